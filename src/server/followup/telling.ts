import type { Given } from '#domain/followup/task.ts';
import type { MeetingId, PersonId, TaskId } from '#domain/journal/ids.ts';
import { partsOf } from '#domain/meetings/roster.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { staffOf } from '#server/accounts/queries.ts';
import { current } from '#server/live/state.ts';
import { notify } from '#server/notices/notify.ts';
import type { Tx } from '#server/platform/db.ts';

type Told = Pick<Given, 'text' | 'unit' | 'personId'> & {
	readonly id: TaskId;
	readonly meeting: MeetingId;
};
const longest = 200;
const titleOf = (text: string) =>
	text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text.replace(/\s+/g, ' ');

/** Whoever carries it out hears of it: the person, or where nobody is named the clerks of the unit. */
export async function tellCarriers(tx: Tx, task: Told, kind: NoticeKind): Promise<void> {
	await notify(tx, await carriersOf(tx, task), { kind, about: task.id, title: titleOf(task.text) });
}
async function carriersOf(tx: Tx, { personId, unit }: Told): Promise<PersonId[]> {
	if (personId !== null) return [personId];
	if (unit === null) return [];
	const staff = await staffOf(tx, unit);
	return staff.filter(({ roles }) => roles.includes('unitClerk')).map(({ id }) => id);
}

/** Whoever keeps the table of the meeting hears that something was reported. */
export async function tellKeepers(tx: Tx, task: Told, kind: NoticeKind): Promise<void> {
	const { live, roster } = await current(tx, task.meeting);
	const keepers = partsOf(live.meeting, roster).filter(({ roles }) => roles.includes('secretary'));
	const people = keepers.map(({ person }) => person);
	await notify(tx, people, { kind, about: task.id, title: titleOf(task.text) });
}

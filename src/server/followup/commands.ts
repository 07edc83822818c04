// What becomes of a task. Each act names the version it saw, adds a step, and tells whoever is next.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import { accept, assign, judge, report, type StepKind, type Task } from '#domain/followup/task.ts';
import type { PersonId, TaskId, UnitId } from '#domain/journal/ids.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import { areKnown } from '#server/accounts/finding.ts';
import { settle } from '#server/notices/commands.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf, line, paragraphs, wholeNumber } from '#server/platform/input.ts';
import { actingOf, actorForTask } from './actor.ts';
import { heldTask, maySee, receivedFor, taskOf, type StoredTask } from './queries.ts';
import { tasks, taskSteps } from './tables.ts';
import { tellCarriers, tellKeepers } from './telling.ts';

const seen = { task: idOf<TaskId>(), version: wholeNumber };
const hash = v.custom<Hash>((given) => typeof given === 'string' && /^[0-9a-f]{64}$/.test(given));
/** A form sends an empty field where nobody was chosen. */
const chosen = <Id extends string>() =>
	v.union([
		v.pipe(
			v.literal(''),
			v.transform((): null => null)
		),
		idOf<Id>()
	]);

export const acceptTask = deskCommand({
	name: 'followup.accept',
	needs: 'followup.accept',
	input: v.object(seen),
	actor: actorForTask,
	work: (tx, { input, by, at }) =>
		changed(tx, { ...input, by, at }, (row) => {
			const state = accept(taskOf(row), actingOf(by));
			return state.ok ? ok({ kind: 'accepted', set: { state: state.value } }) : state;
		})
});

/** Reports a task done: in words, with a file that proves it. */
export const reportTask = deskCommand({
	name: 'followup.report',
	needs: 'followup.report',
	input: v.object({ ...seen, words: paragraphs(4000), file: hash, fileName: line(200) }),
	actor: actorForTask,
	work: (tx, { input: { words, file, fileName, ...input }, by, at }) =>
		changed(tx, { ...input, by, at }, async (row) => {
			const state = report(taskOf(row), actingOf(by));
			if (!state.ok) return state;
			if (!(await receivedFor(tx, row.id, file))) return refuse({ code: 'reportFileUnknown' });
			const set = { state: state.value, reportedAt: new Date(at) };
			return ok({ kind: 'reported', set, step: { words, file, fileName }, tells: 'taskReported' });
		})
});

/** Confirms that what was reported is done. */
export const confirmTask = deskCommand({
	name: 'followup.confirm',
	needs: 'followup.judge',
	input: v.object(seen),
	actor: actorForTask,
	work: (tx, { input, by, at }) =>
		changed(tx, { ...input, by, at }, (row) => {
			const state = judge(taskOf(row), true);
			if (!state.ok) return state;
			return ok({ kind: 'confirmed', set: { state: state.value }, tells: 'taskConfirmed' });
		})
});

/** Returns what was reported for more, with the reason. */
export const returnTask = deskCommand({
	name: 'followup.return',
	needs: 'followup.judge',
	input: v.object({ ...seen, words: paragraphs(2000) }),
	actor: actorForTask,
	work: (tx, { input: { words, ...input }, by, at }) =>
		changed(tx, { ...input, by, at }, (row) => {
			const state = judge(taskOf(row), false);
			if (!state.ok) return state;
			const set = { state: state.value, reportedAt: null };
			return ok({ kind: 'returned', set, step: { words }, tells: 'taskReturned' });
		})
});

/** Gives a task to a unit and a person, where nobody was chosen or somebody else is to do it. */
export const assignTask = deskCommand({
	name: 'followup.assign',
	needs: 'followup.assign',
	input: v.object({
		...seen,
		leadUnit: line(200),
		unitId: chosen<UnitId>(),
		person: line(200),
		personId: chosen<PersonId>(),
		due: line(100)
	}),
	actor: actorForTask,
	work: (tx, { input: { leadUnit, unitId: unit, person, personId, due, ...input }, by, at }) =>
		changed(tx, { ...input, by, at }, async (row) => {
			if (!(await areKnown(tx, { unit, person: personId }))) return refuse({ code: 'assigneeUnknown' });
			const assigned = assign(taskOf(row), { leadUnit, unit, person, personId, due });
			if (!assigned.ok) return assigned;
			const { text, state, corrected } = assigned.value;
			const set = { text, leadUnit, unit, person, personId, due, state, corrected };
			return ok({ kind: 'assigned', set, step: { words: `${leadUnit}; ${person}` }, tells: 'taskGiven' });
		})
});

type Seen = {
	readonly task: TaskId;
	readonly version: number;
	readonly by: Actor;
	readonly at: Instant;
};
type Change = {
	readonly kind: StepKind;
	readonly set: Partial<Omit<Task, 'reportedAt'>> & { readonly reportedAt?: Date | null };
	readonly step?: { readonly words: string; readonly file?: Hash; readonly fileName?: string };
	/** What whoever is next hears. */
	readonly tells?: NoticeKind;
};
type Outcome = Result<Change, Refusal>;
/** Changes a task that still is as it was seen; what its people were told of it before is settled. */
async function changed(
	tx: Tx,
	{ task: id, version, by, at }: Seen,
	change: (row: StoredTask) => Outcome | Promise<Outcome>
): Promise<Result<{ readonly version: number }, Refusal>> {
	const row = await heldTask(tx, id);
	if (!row || !maySee(by, row)) return refuse({ code: 'notFound' });
	if (row.version !== version) return refuse({ code: 'changedMeanwhile', version: row.version });
	const outcome = await change(row);
	if (!outcome.ok) return outcome;
	const { kind, set, step = { words: '' }, tells } = outcome.value;
	await settle(tx, id);
	await tx
		.update(tasks)
		.set({ ...set, version: version + 1 })
		.where(eq(tasks.id, id));
	await tx
		.insert(taskSteps)
		.values({ task: id, version: version + 1, kind, by: by.person, at: new Date(at), ...step });
	const tell = kind === 'reported' ? tellKeepers : tellCarriers;
	if (tells) await tell(tx, { ...row, ...set }, tells);
	return ok({ version: version + 1 });
}

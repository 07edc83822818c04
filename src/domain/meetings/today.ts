// What of somebody's meetings belongs on the page of today: the one that is on, those to come, and what he has to do for them.
import type { MeetingId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import type { PlannedSitting, Sitting } from './meeting.ts';
import type { MeetingLine } from './pages.ts';

/** A meeting that has begun, with the sitting that matters now. */
export type Current = { readonly line: MeetingLine; readonly sitting: Sitting };
export type Upcoming = { readonly line: MeetingLine; readonly sitting: PlannedSitting };

const first = (line: MeetingLine) => line.sittings[0]?.date ?? '';
const isCalled = ({ state }: MeetingLine) => state === 'called';

/** Called meetings whose first day has come and that are not closed: at most one is on at a time, so the first is meant. */
export const begun = (lines: readonly MeetingLine[], day: string): readonly MeetingLine[] =>
	lines.filter((line) => isCalled(line) && first(line) !== '' && first(line) <= day);

/**
 * The sitting to show of a meeting that has begun: the one that is open, else the next one that is still to be held, else the
 * last. What was held counts, not the clock: a sitting that begins late is still to come.
 */
export function sittingNow(sittings: readonly Sitting[]): Sitting | null {
	const held = sittings.findLastIndex(({ state }) => state === 'ended');
	const open = sittings.find(({ state }) => state === 'open' || state === 'paused');
	return open ?? sittings[held + 1] ?? sittings.at(-1) ?? null;
}

/** Sittings on later days, the nearest first. */
export const upcoming = (lines: readonly MeetingLine[], day: string): readonly Upcoming[] =>
	lines
		.filter(isCalled)
		.flatMap((line) => line.sittings.map((sitting) => ({ line, sitting })))
		.filter(({ sitting }) => sitting.date > day)
		.sort((a, b) => startOf(a).localeCompare(startOf(b)));
const startOf = ({ sitting }: Upcoming) => `${sitting.date} ${sitting.start}`;

export type MeetingTask = {
	readonly kind: 'prepare' | 'awaitApproval' | 'approve' | 'publish' | 'finishRecords';
	readonly meeting: MeetingId;
	readonly title: string;
};
/** What meetings wait for from this person, by the part he has in each. */
export const tasksOf = (lines: readonly MeetingLine[]): readonly MeetingTask[] =>
	lines.flatMap((line) => {
		const kind = taskOf(line);
		return kind ? [{ kind, meeting: line.meeting, title: line.heading.title }] : [];
	});

function taskOf({ state, roles, submitted, approved }: MeetingLine): MeetingTask['kind'] | null {
	const is = (...wanted: Role[]) => roles.some((role) => wanted.includes(role));
	if (state === 'closed' && is('secretary', 'recordsClerk')) return 'finishRecords';
	if (state !== 'draft') return null;
	if (is('chair') && submitted && !approved) return 'approve';
	if (!is('secretary')) return null;
	if (approved) return 'publish';
	return submitted ? 'awaitApproval' : 'prepare';
}

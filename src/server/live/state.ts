// What this process has folded so far. Only a head start: the truth is the journal, and whoever holds the lock folds
// the journal's tail onto it before deciding.
import { and, asc, eq, gt } from 'drizzle-orm';
import { type Tree } from '#domain/journal/tree.ts';
import type { Entry } from '#domain/journal/entry.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import { applyToMeeting, emptyMeeting, type LiveEvent, type LiveMeeting } from '#domain/live/meeting.ts';
import { upcast } from '#domain/live/upcast.ts';
import type { Roster } from '#domain/meetings/roster.ts';
import { rosterOf } from '#server/meetings/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { instant, type Instant } from '#lib/time.ts';
import { journal, liveMeetings } from './tables.ts';

export type Folded = { readonly seq: number; readonly live: LiveMeeting; readonly roster: Roster };
export type Locked = Folded & { readonly at: Instant; readonly tree: Tree; readonly foldSeq: number };

const memory = new Map<MeetingId, Folded>();
const nothing: Folded = { seq: 0, live: emptyMeeting, roster: [] };

/** Remembers a committed state; an older one never replaces a newer, and a meeting never called leaves no trace. */
export function keep(meeting: MeetingId, folded: Folded) {
	if (folded.seq > 0 && (memory.get(meeting)?.seq ?? -1) < folded.seq) memory.set(meeting, folded);
}
export const remembered = (meeting: MeetingId) => memory.get(meeting) ?? null;
export const forget = (meeting: MeetingId) => memory.delete(meeting);

export async function entriesAfter(tx: Tx, meeting: MeetingId, seq: number): Promise<Entry<LiveEvent>[]> {
	const rows = await tx
		.select({ bytes: journal.bytes })
		.from(journal)
		.where(and(eq(journal.meeting, meeting), gt(journal.seq, seq)))
		.orderBy(asc(journal.seq));
	return rows.map(({ bytes }) => upcast(JSON.parse(Buffer.from(bytes).toString())));
}

async function stored(tx: Tx, meeting: MeetingId): Promise<Folded> {
	const [row] = await tx.select().from(liveMeetings).where(eq(liveMeetings.meeting, meeting));
	if (!row || row.foldSeq === 0) return nothing;
	const live: LiveMeeting = JSON.parse(row.fold);
	return { seq: row.foldSeq, live, roster: await rosterOf(tx, live.meeting.roster) };
}

/** The meeting as the journal has it now. */
export async function current(tx: Tx, meeting: MeetingId): Promise<Folded> {
	const start = memory.get(meeting) ?? (await stored(tx, meeting));
	const tail = await entriesAfter(tx, meeting, start.seq);
	const live = tail.reduce((state, { event }) => applyToMeeting(state, event), start.live);
	const roster = start.roster.length > 0 ? start.roster : await rosterOf(tx, live.meeting.roster);
	const folded = { seq: start.seq + tail.length, live, roster };
	keep(meeting, folded);
	return folded;
}

const turns = new Map<MeetingId, Promise<unknown>>();
/** One at a time in this process: whoever waits for a meeting's lock must not hold a connection meanwhile. */
export function inTurn<T>(meeting: MeetingId, work: () => Promise<T>): Promise<T> {
	const mine = (turns.get(meeting) ?? Promise.resolve()).then(work, work);
	turns.set(meeting, mine);
	const done = () => turns.get(meeting) === mine && turns.delete(meeting);
	mine.then(done, done);
	return mine;
}

/** Puts commands in order: takes the meeting's row, then reads on. Null where the meeting was never called. */
export async function lock(tx: Tx, meeting: MeetingId): Promise<Locked | null> {
	const { seq, at, tree, foldSeq } = liveMeetings;
	const [row] = await tx
		.select({ seq, at, tree, foldSeq })
		.from(liveMeetings)
		.where(eq(liveMeetings.meeting, meeting))
		.for('update');
	if (!row) return null;
	const folded = await current(tx, meeting);
	if (folded.seq !== row.seq)
		throw new Error(`the journal of ${meeting} ends at ${folded.seq}, its row says ${row.seq}`);
	return { ...folded, at: instant(row.at.getTime()), tree: row.tree, foldSeq: row.foldSeq };
}

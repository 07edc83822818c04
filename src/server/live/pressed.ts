// Who has pressed, not what. Each process tells the set of places it has stored, at most four times a second; sets are
// joined, so a notice that is lost, doubled or late does no harm. What the ballots say is read again every second.
import { sql } from 'drizzle-orm';
import type { Audience } from '#domain/live/audience.ts';
import type { MeetingId, RoundId } from '#domain/journal/ids.ts';
import { transaction } from '#server/platform/db.ts';
import { fault } from '#server/platform/fault.ts';
import { log } from '#server/platform/log.ts';
import { pressedPlaces } from '#server/voting/queries.ts';
import { frame, type MeetingHub } from './hub.ts';

export const watchers: readonly Audience[] = ['chair', 'secretariat', 'tellers', 'hall'];
const own = new Map<RoundId, Set<number>>();
const all = new Map<RoundId, Set<number>>();
const waiting = new Map<RoundId, NodeJS.Timeout>();
const atMostEveryMs = 250;

/** To be called after the commit, with the voter's place in the round's list. */
export function pressed(meeting: MeetingId, round: RoundId, place: number) {
	const mine = setOf(own, round).add(place);
	if (waiting.has(round)) return;
	waiting.set(
		round,
		setTimeout(() => void publish(meeting, round, mine).catch(logged), atMostEveryMs)
	);
}

async function publish(meeting: MeetingId, round: RoundId, places: ReadonlySet<number>) {
	waiting.delete(round);
	await transaction(null, (tx) =>
		tx.execute(sql`select pg_notify('pressed', ${`${meeting} ${round} ${encode(places)}`})`)
	);
}

/** A notice counts only for the round that is open in the hub: a late one must not begin a closed round anew. */
export function hearPressed(notice: string, hub: MeetingHub) {
	const [, round, bits = ''] = notice.split(' ');
	if (hub.openRound !== undefined && hub.openRound === round) tell(hub, hub.openRound, decode(bits));
}

/** What the ballots themselves say: for a hub just opened, a notice missed, a process that died. */
export async function readPressed(hub: MeetingHub) {
	const round = hub.openRound;
	for (const old of hub.closedRounds) for (const sets of [own, all]) sets.delete(old);
	if (!round || !hub.has(watchers)) return;
	const rows = await transaction(null, (tx) => pressedPlaces(tx, round));
	if (hub.openRound === round)
		tell(
			hub,
			round,
			rows.map(({ place }) => place)
		);
}

function tell(hub: MeetingHub, round: RoundId, places: readonly number[]) {
	const first = !all.has(round); // that nobody has pressed yet is worth knowing, too
	const joined = setOf(all, round);
	const before = joined.size;
	for (const place of places) joined.add(place);
	if (first || joined.size > before)
		hub.tell(watchers, frame('pressed', { round, count: joined.size, places: encode(joined) }));
}

/** For whoever comes while a round is open. */
export function pressedNow({ openRound: round }: MeetingHub): Buffer | null {
	const joined = round && all.get(round);
	return joined ? frame('pressed', { round, count: joined.size, places: encode(joined) }) : null;
}

function setOf(sets: Map<RoundId, Set<number>>, round: RoundId) {
	const found = sets.get(round) ?? new Set<number>();
	sets.set(round, found);
	return found;
}
function encode(places: ReadonlySet<number>) {
	const bits = Buffer.alloc(Math.ceil((Math.max(0, ...places) + 1) / 8));
	for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
	return bits.toString('base64');
}
const decode = (text: string) =>
	[...Buffer.from(text, 'base64')].flatMap((byte, at) =>
		[0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).map((bit) => at * 8 + bit)
	);
const logged = (error: unknown) => log.error({ fault: fault(error) }, 'pressed');

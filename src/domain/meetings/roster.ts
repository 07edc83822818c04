// Who is called: people, seats, places. Frozen when the meeting is called and named by its hash, so that it may be
// cached for ever; later changes are events.
import { canonicalBytes } from '#lib/canonical-json.ts';
import { hashOf, type Hash } from '#lib/hash.ts';
import type { PersonId, PointId, SeatId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Meeting, MeetingEvent, RosterChange } from './meeting.ts';

export type Called = {
	readonly person: PersonId;
	readonly name: string;
	readonly seat: SeatId | null;
	/** The main part first: its audience is the one of a screen that asks for none. */
	readonly roles: readonly Role[];
	/** Where somebody takes part from: null in the hall, else a bridge point of the meeting. */
	readonly point: PointId | null;
	/** The mandate's code in the body, ĐB-04; null for whoever is no member. */
	readonly mandate: string | null;
	readonly group: string | null;
	/** Position as it stands beside the name: *Chủ tịch HĐND tỉnh*. */
	readonly post: string | null;
	readonly address: 'ong' | 'ba' | 'dongChi' | null;
};
export type Roster = readonly Called[];

/** Whoever has a mandate in the body: he votes. */
export const isMember = ({ mandate }: Called) => mandate !== null;

export type RosterRefusal = { readonly code: 'seatTaken' } | { readonly code: 'keepsTheTable' };

export const hashOfRoster = (roster: Roster): Hash => hashOf(canonicalBytes(roster));

/** Everybody called, as the changes have left them; who came later stands at the end. */
export function partsOf({ changes }: Meeting, roster: Roster): readonly RosterChange[] {
	const changed = new Map(changes.map((change) => [change.person, change] as const));
	const first = new Set(roster.map(({ person }) => person));
	return [
		...roster.map((called) => changed.get(called.person) ?? called),
		...changes.filter(({ person }) => !first.has(person))
	];
}

/** Gives somebody another part. Refused where the seat is another's, or where whoever presides or keeps the console would lose it. */
export function changeRoster(
	meeting: Meeting,
	roster: Roster,
	change: RosterChange
): Result<MeetingEvent[], RosterRefusal> {
	const now = partOf(meeting, roster, change.person);
	if (now?.roles.some((role) => role === 'chair' || role === 'secretary'))
		return refuse({ code: 'keepsTheTable' });
	const taken =
		change.seat !== null &&
		partsOf(meeting, roster).some(({ person, seat }) => seat === change.seat && person !== change.person);
	return taken ? refuse({ code: 'seatTaken' }) : ok([{ type: 'meeting.rosterChanged', changes: [change] }]);
}

/** The part somebody has in the meeting now; null for whoever was not called. */
export function partOf(meeting: Meeting, roster: Roster, person: PersonId) {
	const changed = meeting.changes.find((change) => change.person === person);
	return changed ?? roster.find((called) => called.person === person) ?? null;
}

/** The person who sits on a seat now; null where it is empty. */
export const personOn = (meeting: Meeting, roster: Roster, seat: SeatId): PersonId | null =>
	partsOf(meeting, roster).find((part) => part.seat === seat)?.person ?? null;

/** The bridge point at which a seat takes part; null in the hall, and where the seat is nobody's. */
export function pointOfSeat(meeting: Meeting, roster: Roster, seat: SeatId): PointId | null {
	const person = personOn(meeting, roster, seat);
	return roster.find((called) => called.person === person)?.point ?? null;
}

/** The roster with a part given to somebody, or taken away; the part that is left over for nobody is that of a guest. */
export function withPart(
	roster: Roster,
	{ person, role, has }: { person: PersonId; role: Role; has: boolean }
): Roster {
	return roster.map((called) => {
		if (called.person !== person) return called;
		const others = called.roles.filter((one) => one !== role);
		const roles = has ? [role, ...others] : others;
		return { ...called, roles: roles.length > 0 ? roles : ['guest'] };
	});
}

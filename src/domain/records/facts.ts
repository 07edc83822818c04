// What the journal says that the minutes have to say. Nothing else is read: neither tables nor memory.
import type { Hash } from '#lib/hash.ts';
import type { Instant } from '#lib/time.ts';
import type { Entry } from '../journal/entry.ts';
import type { ItemId, RoundId, SeatId } from '../journal/ids.ts';
import { applyToMeeting, emptyMeeting, type LiveEvent } from '../live/meeting.ts';
import { voteOf, type PaperRef, type PlannedVote } from '../meetings/agenda.ts';
import { neededOf } from '../meetings/profile.ts';
import { partsOf, type Called, type Roster } from '../meetings/roster.ts';
import type { Note } from '../proceedings/notes.ts';
import type { Tally } from '../voting/vote-round.ts';
import { heldPointsIn, type PointsOfSitting } from './held-points.ts';
import { speechesOf, type HeldSpeech, type Seen } from './speeches.ts';

export type HeldSitting = {
	readonly date: string;
	readonly place: string;
	readonly openedAt: Instant;
	readonly endedAt: Instant | null;
	readonly presentAtOpening: number;
};
export type Attendance =
	| { readonly kind: 'present' }
	| { readonly kind: 'late'; readonly at: Instant }
	| { readonly kind: 'excused'; readonly reason: string }
	| { readonly kind: 'absent' };
export type OnRoll = {
	readonly called: Called;
	readonly attendance: Attendance;
	readonly leftAt: Instant | null;
};
export type DecidedVote = {
	readonly round: RoundId;
	readonly planned: PlannedVote;
	readonly membership: number;
	readonly tally: Tally;
	readonly notCast: number;
	readonly absent: number;
	readonly needed: number;
	readonly source: string;
	readonly carried: boolean;
	readonly announcedAt: Instant;
};
export type HeldItem = {
	readonly id: ItemId;
	readonly number: number;
	readonly title: string;
	readonly presenter: string;
	readonly papers: readonly PaperRef[];
	/** When it was in hand; empty where it was never taken up. */
	readonly times: readonly { readonly from: Instant; readonly to: Instant | null }[];
	readonly speeches: readonly HeldSpeech[];
	readonly notes: readonly Note[];
	readonly votes: readonly DecidedVote[];
};
export type MeetingFacts = {
	readonly title: string;
	readonly bodyName: string;
	readonly ordinal: number | null;
	readonly confirmed: boolean;
	readonly members: number;
	readonly chair: Called | null;
	readonly secretaries: readonly Called[];
	readonly sittings: readonly HeldSitting[];
	/** The members, in the roster's order, as the rolls of all sittings held have them. */
	readonly roll: readonly OnRoll[];
	readonly items: readonly HeldItem[];
	/** The bridge points, sitting by sitting. */
	readonly points: readonly PointsOfSitting[];
	/** Notes written while no item was in hand. */
	readonly loose: readonly Note[];
	readonly journal: { readonly size: number; readonly head: Hash };
};

/** Reads the journal from its first entry. Throws where the meeting was never called. */
export function factsOf(entries: readonly Entry<LiveEvent>[], roster: Roster, head: Hash): MeetingFacts {
	let live = emptyMeeting;
	const seen = entries.map((entry): Seen => ({ entry, after: (live = applyToMeeting(live, entry.event)) }));
	const { heading, profile, agenda, members } = live.meeting;
	if (!heading || !profile) throw new Error('the journal does not begin with a call');
	const parts = partsOf(live.meeting, roster);
	const withRole = (role: 'chair' | 'secretary') =>
		roster.filter(({ person }) => parts.some((part) => part.person === person && part.roles.includes(role)));
	return {
		title: heading.title,
		bodyName: heading.bodyName,
		ordinal: heading.ordinal,
		confirmed: profile.confirmed,
		members,
		chair: withRole('chair')[0] ?? null,
		secretaries: withRole('secretary'),
		sittings: sittingsIn(seen),
		roll: rollIn(seen, roster),
		items: agenda.map((item, i) => ({
			id: item.id,
			number: i + 1,
			title: item.title ?? '',
			presenter: item.presenter,
			papers: item.papers,
			times: timesOf(seen, item.id),
			speeches: speechesOf(seen, roster, item.id),
			notes: live.notes.filter((note) => note.item === item.id),
			votes: votesOf(seen, item.id)
		})),
		points: heldPointsIn(entries, { points: live.meeting.points, roster }),
		loose: live.notes.filter((note) => note.item === null),
		journal: { size: entries.length, head }
	};
}

function sittingsIn(seen: readonly Seen[]): HeldSitting[] {
	return seen.flatMap(({ entry: { event, at }, after }) => {
		if (event.type !== 'sitting.opened') return [];
		const sitting = after.meeting.sittings.find(({ id }) => id === event.sitting);
		const ended = seen.find(
			({ entry }) => entry.event.type === 'sitting.ended' && entry.event.sitting === event.sitting
		);
		const { date = '', place = '' } = sitting ?? {};
		return [
			{ date, place, openedAt: at, endedAt: ended?.entry.at ?? null, presentAtOpening: after.roll.present }
		];
	});
}

/** Whoever came to any sitting was there; the first coming and the last leaving count. */
function rollIn(seen: readonly Seen[], roster: Roster): OnRoll[] {
	const came = new Map<SeatId, { late: boolean; at: Instant }>();
	const left = new Map<SeatId, Instant>();
	const excused = new Map<SeatId, string>();
	for (const { entry } of seen) {
		const { event, at } = entry;
		if (event.type === 'attendance.checkedIn') {
			if (!came.has(event.seat)) came.set(event.seat, { late: event.late, at: event.since });
			left.delete(event.seat);
		}
		if (event.type === 'attendance.left') left.set(event.seat, event.at ?? at);
		if (event.type === 'attendance.excused') excused.set(event.seat, event.reason);
	}
	const attendanceOf = (seat: SeatId): Attendance => {
		const presence = came.get(seat);
		if (presence) return presence.late ? { kind: 'late', at: presence.at } : { kind: 'present' };
		const reason = excused.get(seat);
		return reason === undefined ? { kind: 'absent' } : { kind: 'excused', reason };
	};
	return roster.flatMap((called) =>
		called.seat === null
			? []
			: [{ called, attendance: attendanceOf(called.seat), leftAt: left.get(called.seat) ?? null }]
	);
}

function timesOf(seen: readonly Seen[], item: ItemId): HeldItem['times'] {
	const times: { from: Instant; to: Instant | null }[] = [];
	for (const { entry } of seen) {
		const { event, at } = entry;
		if (event.type === 'agenda.itemStarted' && event.item === item) times.push({ from: at, to: null });
		const last = times.at(-1);
		if (event.type === 'agenda.itemEnded' && event.item === item && last) last.to = at;
	}
	return times;
}

function votesOf(seen: readonly Seen[], item: ItemId): DecidedVote[] {
	return seen.flatMap(({ entry: { event, at }, after }) => {
		if (event.type !== 'voting.announced') return [];
		const round = after.rounds.find(({ id }) => id === event.round);
		const planned = round && voteOf(after.meeting.agenda, round.vote)?.planned;
		if (!round || !planned || round.item !== item) return [];
		const { membership, bound, id } = round;
		const { box, tally, carried } = event;
		const { notCast, absent } = box;
		const counted = { membership, tally, notCast, absent, carried };
		return [
			{
				round: id,
				planned,
				...counted,
				needed: neededOf(membership, bound),
				source: bound.source,
				announcedAt: at
			}
		];
	});
}

/** Who signs the minutes beside the chair: a secretary who is a member of the body before one of its office. */
export function signingSecretary({ secretaries }: MeetingFacts): Called | null {
	return secretaries.find(({ seat }) => seat !== null) ?? secretaries[0] ?? null;
}
/** The votes that adopt a resolution: for each of them one is issued, for no other. */
export const adoptedBy = ({ items }: MeetingFacts): DecidedVote[] =>
	items
		.flatMap(({ votes }) => votes)
		.filter(({ carried, planned }) => carried && planned.resolution !== null);

// Journals that really can happen: every event comes from a rule, applied to what happened before.
import fc from 'fast-check';
import type { ItemId, PersonId, RoundId, SeatId, SittingId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { checkIn } from '#domain/attendance/roll.ts';
import { grantNext, requestToSpeak } from '#domain/floor/queue.ts';
import { emptyMeeting, fold, type LiveEvent, type LiveMeeting } from '#domain/live/meeting.ts';
import { endItem, endSitting, openASitting, startItem } from '#domain/meetings/meeting.ts';
import { announce, closeRound, openBox, openRound, type Choice } from '#domain/voting/vote-round.ts';
import { hashOf } from '#lib/hash.ts';
import type { Result } from '#lib/result.ts';
import { instant } from '#lib/time.ts';

const seat = fc.integer({ min: 1, max: 7 }).map((n) => `seat-${n}` as SeatId);
const person = fc.integer({ min: 1, max: 7 }).map((n) => `person-${n}` as PersonId);
const voters = [1, 2, 3, 4, 5, 6, 7].map((n) => `person-${n}` as PersonId);
const item = fc.integer({ min: 1, max: 4 }).map((n) => `item-${n}` as ItemId);
const sitting = fc.integer({ min: 1, max: 3 }).map((n) => `sitting-${n}` as SittingId);
const choice = fc.constantFrom<Choice>('approve', 'disapprove', 'notVoting');
const role = fc.constantFrom<Role>('delegate', 'teller', 'chair', 'guest', 'substitute');
type Move = (live: LiveMeeting) => Result<readonly LiveEvent[], unknown>;
const says = (...events: LiveEvent[]): Result<readonly LiveEvent[], unknown> => ({ ok: true, value: events });
const lastRound = ({ rounds }: LiveMeeting) => rounds.at(-1);

const moves: fc.Arbitrary<Move>[] = [
	sitting.map(
		(id): Move =>
			({ meeting }) =>
				openASitting(meeting, id)
	),
	sitting.map(
		(id): Move =>
			({ meeting }) =>
				meeting.sittings.some((one) => one.id === id && one.state === 'open')
					? says({ type: 'sitting.paused', sitting: id })
					: says()
	),
	sitting.map(
		(id): Move =>
			({ meeting }) =>
				meeting.sittings.some((one) => one.id === id && one.state === 'paused')
					? says({ type: 'sitting.resumed', sitting: id })
					: says()
	),
	fc.constant<Move>(({ meeting }) => endSitting(meeting)),
	item.map(
		(id): Move =>
			({ meeting }) =>
				startItem(meeting, id)
	),
	item.map(
		(id): Move =>
			({ meeting }) =>
				startItem(meeting, id)
	),
	fc.constant<Move>(({ meeting }) => endItem(meeting)),
	sitting.map(
		(id): Move =>
			() =>
				says({ type: 'attendance.rollBegun', sitting: id })
	),
	seat.map(
		(id): Move =>
			({ roll }) =>
				checkIn(roll, id, 'qr')
	),
	seat.map(
		(id): Move =>
			({ roll }) =>
				roll.seats?.[id] ? says({ type: 'attendance.left', seat: id }) : says()
	),
	fc.constant<Move>(() => says({ type: 'floor.opened' })),
	seat.map(
		(id): Move =>
			({ floor }) =>
				requestToSpeak(floor, id)
	),
	seat.map(
		(id): Move =>
			({ floor }) =>
				requestToSpeak(floor, id)
	),
	fc.nat(1e6).map(
		(at): Move =>
			({ floor }) =>
				grantNext(floor, instant(at))
	),
	fc.tuple(fc.uuid(), fc.boolean()).map(
		([id, secret]): Move =>
			({ rounds, meeting }) =>
				openRound(rounds, meeting, { id: id as RoundId, secret, voters })
	),
	fc.nat(7).map((received): Move => (live) => {
		const round = lastRound(live);
		const tally = round?.secret ? null : { approve: received, disapprove: 0, notVoting: 0 };
		return closeRound(round, { received, root: hashOf(), tally });
	}),
	fc.nat(7).map(
		(approve): Move =>
			(live) =>
				openBox(lastRound(live), { approve, disapprove: 2, notVoting: 3 })
	),
	fc.dictionary(person, choice).map(
		(roll): Move =>
			(live) =>
				announce(lastRound(live), roll)
	),
	fc.tuple(seat, fc.uniqueArray(role, { maxLength: 3 })).map(
		([id, roles]): Move =>
			() =>
				says({
					type: 'meeting.rosterChanged',
					changes: [{ person: `person-${id}` as PersonId, seat: id, roles }]
				})
	)
];
const called = (closedItem: boolean, closedSitting: boolean): LiveEvent => ({
	type: 'meeting.called',
	parent: null,
	roster: hashOf(),
	members: 7,
	agenda: [1, 2, 3, 4].map((n) => ({
		id: `item-${n}` as ItemId,
		title: `Mục ${n}`,
		closed: closedItem && n % 2 === 0
	})),
	sittings: [1, 2, 3].map((n) => ({ id: `sitting-${n}` as SittingId, closed: closedSitting && n === 2 }))
});

export const journals = fc
	.tuple(fc.boolean(), fc.boolean(), fc.array(fc.oneof(...moves), { maxLength: 80, size: 'max' }))
	.map(([closedItem, closedSitting, chosen]) => {
		const events: LiveEvent[] = [
			called(closedItem, closedSitting),
			{ type: 'sitting.opened', sitting: 'sitting-1' as SittingId }
		];
		for (const move of chosen) {
			const decided = move(fold(emptyMeeting, events));
			if (decided.ok) events.push(...decided.value);
		}
		return events;
	});

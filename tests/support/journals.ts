// Journals that really can happen: every event comes from a rule, applied to what happened before.
import fc from 'fast-check';
import type {
	ItemId,
	NoteId,
	PersonId,
	PointId,
	RoundId,
	SeatId,
	SittingId,
	UnitId,
	VoteId
} from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { beginRoll, checkIn, excuse, leave } from '#domain/attendance/roll.ts';
import {
	beginSpeech,
	changeSubject,
	defer,
	extend,
	grant,
	orderQueue,
	requestToSpeak,
	withdraw,
	yieldFloor
} from '#domain/floor/queue.ts';
import { emptyMeeting, fold, type LiveEvent, type LiveMeeting } from '#domain/live/meeting.ts';
import { closeMeeting, endItem, endSitting, openASitting, startItem } from '#domain/meetings/meeting.ts';
import { confirmHeard, headcount, join, leaveRoom, listenTo } from '#domain/video/points.ts';
import { correct, note } from '#domain/proceedings/notes.ts';
import {
	announce,
	closeRound,
	extendTime,
	openBox,
	openRound,
	type Choice
} from '#domain/voting/vote-round.ts';
import { hashOf } from '#lib/hash.ts';
import type { Result } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { councilProfile } from './profile.ts';

const seat = fc.integer({ min: 1, max: 7 }).map((n) => `seat-${n}` as SeatId);
const person = fc.integer({ min: 1, max: 7 }).map((n) => `person-${n}` as PersonId);
const voters = [1, 2, 3, 4, 5, 6, 7].map((n) => `person-${n}` as PersonId);
const item = fc.integer({ min: 1, max: 4 }).map((n) => `item-${n}` as ItemId);
const sitting = fc.integer({ min: 1, max: 3 }).map((n) => `sitting-${n}` as SittingId);
const choice = fc.constantFrom<Choice>('approve', 'disapprove', 'notVoting');
const role = fc.constantFrom<Role>('delegate', 'teller', 'chair', 'guest', 'substitute');
const at = instant(1_765_245_600_000);
type Move = (live: LiveMeeting) => Result<readonly LiveEvent[], unknown>;
const says = (...events: LiveEvent[]): Result<readonly LiveEvent[], unknown> => ({ ok: true, value: events });
const lastRound = ({ rounds }: LiveMeeting) => rounds.at(-1);

/** Asking often, for the queue has to be long enough to be put in order. */
function floorMoves(): fc.Arbitrary<Move>[] {
	const asking = seat.map(
		(id): Move =>
			({ floor, meeting }) =>
				requestToSpeak(floor, meeting, { seat: id, present: true, subject: 'kết luận', at })
	);
	const onSeat = (rule: (live: LiveMeeting, id: SeatId) => ReturnType<Move>) =>
		seat.map(
			(id): Move =>
				(live) =>
					rule(live, id)
		);
	return [
		asking,
		asking,
		asking,
		onSeat(({ floor }, id) => changeSubject(floor, id, null)),
		onSeat(({ floor }, id) => withdraw(floor, id)),
		fc.constant<Move>(({ floor }) => orderQueue(floor, floor.waiting.map((one) => one.seat).reverse())),
		onSeat(({ floor, meeting }, id) =>
			grant(floor, meeting, { seat: id, after: floor.speaking?.seat ?? null, at })
		),
		fc.constant<Move>(({ floor, meeting }) => {
			const [first] = floor.waiting;
			return first
				? grant(floor, meeting, { seat: first.seat, after: floor.speaking?.seat ?? null, at })
				: says();
		}),
		fc.constant<Move>(({ floor }) => beginSpeech(floor, floor.speaking?.seat ?? null, at)),
		fc.constant<Move>(({ floor }) => defer(floor, floor.speaking?.seat ?? null, at)),
		fc.constant<Move>(({ floor, meeting }) =>
			floor.speaking ? extend(floor, meeting, floor.speaking.seat) : says()
		),
		fc.constant<Move>(({ floor }) => yieldFloor(floor, floor.speaking?.seat ?? null, at))
	];
}

function pointMoves(): fc.Arbitrary<Move>[] {
	const onPoint = (rule: (live: LiveMeeting, id: PointId) => ReturnType<Move>) =>
		fc.integer({ min: 1, max: 3 }).map(
			(n): Move =>
				(live) =>
					rule(live, `point-${n}` as PointId)
		);
	return [
		onPoint((live, id) => join(live, id, at)),
		onPoint((live, id) => leaveRoom(live, id, at)),
		onPoint((live, id) => headcount(live, id, 8)),
		onPoint((live, id) => listenTo(live, id)),
		onPoint((live, id) => confirmHeard(live, id, at))
	];
}

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
	fc.constant<Move>(({ meeting }) => closeMeeting(meeting)),
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
			({ meeting, roll }) =>
				beginRoll(roll, meeting, id)
	),
	seat.map(
		(id): Move =>
			({ meeting, roll }) =>
				checkIn(roll, meeting, { seat: id, way: 'qr', at })
	),
	seat.map(
		(id): Move =>
			({ meeting, roll }) =>
				checkIn(roll, meeting, { seat: id, way: 'clerk', at })
	),
	seat.map(
		(id): Move =>
			({ roll }) =>
				leave(roll, id, at)
	),
	seat.map(
		(id): Move =>
			({ roll }) =>
				excuse(roll, id, 'ốm')
	),
	...floorMoves(),
	...pointMoves(),
	fc.constantFrom('agenda' as const, 'speaker' as const, 'code' as const, 'covered' as const).map(
		(shows): Move =>
			() =>
				says({ type: 'hall.shown', shows })
	),
	fc.uuid().map((id): Move => ({ notes, meeting }) => {
		const assignment = { leadUnit: 'Sở', person: 'Giám đốc', due: '2027-06-30' };
		return note(notes, meeting, { id: id as NoteId, kind: 'conclusion', text: 'kết luận', assignment, at });
	}),
	fc.constant<Move>(({ notes, meeting }) => {
		const id = notes.at(-1)?.id ?? ('none' as NoteId);
		return correct(notes, meeting, { id, text: 'sửa', assignment: null });
	}),
	fc.tuple(fc.uuid(), fc.boolean(), item).map(([id, secret, on]): Move => ({ rounds, meeting }) => {
		const vote = `vote-${on}` as VoteId;
		return openRound(rounds, meeting, { id: id as RoundId, vote, secret, voters, at });
	}),
	fc.constant<Move>((live) => extendTime(lastRound(live), live.meeting, at)),
	fc.nat(7).map((received): Move => (live) => {
		const round = lastRound(live);
		const tally = round?.secret ? null : { approve: received, disapprove: 0, notVoting: 0 };
		const cast = new Set(voters.slice(0, received));
		return closeRound(round, { received, root: hashOf(), tally, cast }, voters.slice(2));
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
	heading: {
		title: 'Kỳ họp thứ 6',
		kind: 'councilSession',
		body: 'body' as UnitId,
		bodyName: 'HĐND tỉnh',
		ordinal: 6
	},
	profile: councilProfile('body' as UnitId),
	agenda: [1, 2, 3, 4].map((n) => ({
		id: `item-${n}` as ItemId,
		title: `Mục ${n}`,
		closed: closedItem && n % 2 === 0,
		presenter: `Người trình ${n}`,
		slots: [{ sitting: 'sitting-1' as SittingId, start: '08:00', minutes: 20 }],
		votes: [
			{
				id: `vote-item-${n}` as VoteId,
				code: `V0${n}`,
				subject: `Nội dung ${n}`,
				threshold: 'majorityOfAll',
				resolution: null
			}
		],
		papers: []
	})),
	sittings: [1, 2, 3].map((n) => ({
		id: `sitting-${n}` as SittingId,
		date: '2026-12-09',
		start: '08:00',
		end: '11:30',
		place: 'Hội trường',
		closed: closedSitting && n === 2
	})),
	points: [1, 2].map((n) => ({ id: `point-${n}` as PointId, name: `xã ${n}` }))
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	applyToFloor,
	beginSpeech,
	changeSubject,
	clockOf,
	defer,
	emptyFloor,
	extend,
	grant,
	leavingFloor,
	orderQueue,
	placeOf,
	requestToSpeak,
	withdraw,
	yieldFloor,
	type Floor,
	type FloorEvent
} from '#domain/floor/queue.ts';
import type { ItemId, SeatId, SittingId, UnitId } from '#domain/journal/ids.ts';
import { emptyMeeting, fold } from '#domain/live/meeting.ts';
import { draftMeeting, type Meeting } from '#domain/meetings/meeting.ts';
import { refuse, type Result } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { journals } from '../../support/journals.ts';
import { councilProfile } from '../../support/profile.ts';

const at = instant(1_765_245_600_000);
const [toan, tuyet, thinh] = ['ĐB-04', 'ĐB-38', 'ĐB-21'] as [SeatId, SeatId, SeatId];
const item = {
	id: 'item-7' as ItemId,
	title: 'Thảo luận',
	closed: false,
	presenter: '',
	slots: [],
	votes: [],
	papers: []
};
const inDebate: Meeting = {
	...draftMeeting,
	state: 'called',
	profile: councilProfile('MG-HDND' as UnitId),
	agenda: [item],
	current: item.id,
	sittings: [
		{
			id: 'A/1' as SittingId,
			date: '2026-12-09',
			start: '08:00',
			end: '11:30',
			place: 'Hội trường',
			closed: false,
			state: 'open'
		}
	]
};
const betweenItems: Meeting = { ...inDebate, current: null };
const asks = (seat: SeatId, floor = emptyFloor, meeting = inDebate) =>
	requestToSpeak(floor, meeting, { seat, present: true, subject: null, at });
function after(floor: Floor, decided: Result<readonly FloorEvent[], unknown>): Floor {
	if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
	return decided.value.reduce(applyToFloor, floor);
}
const waiting = (...seats: SeatId[]) =>
	seats.reduce((floor, seat) => after(floor, asks(seat, floor)), emptyFloor);
const calls = (floor: Floor, seat: SeatId) =>
	grant(floor, inDebate, { seat, after: floor.speaking?.seat ?? null, at });
const seatsOf = (floor: Floor) => floor.waiting.map(({ seat }) => seat);

describe('asking for the floor', () => {
	test('puts a seat at the end of the queue', () => {
		expect(seatsOf(waiting(toan, tuyet))).toEqual([toan, tuyet]);
		expect(placeOf(waiting(toan, tuyet), tuyet)).toBe(2);
	});
	test('is refused while no item is in hand, to whoever is not present, and without a seat', () => {
		const ask = { seat: toan, present: true, subject: null, at };

		expect(requestToSpeak(emptyFloor, betweenItems, ask)).toEqual(refuse({ code: 'floorClosed' }));
		expect(requestToSpeak(emptyFloor, inDebate, { ...ask, present: false })).toEqual(
			refuse({ code: 'notPresent' })
		);
		expect(requestToSpeak(emptyFloor, inDebate, { ...ask, seat: null })).toEqual(
			refuse({ code: 'notSeated' })
		);
	});
	test('is refused twice, with the place one has', () => {
		expect(asks(tuyet, waiting(toan, tuyet))).toEqual(refuse({ code: 'alreadyWaiting', place: 2 }));
		const floor = after(waiting(toan), calls(waiting(toan), toan));
		expect(asks(toan, floor)).toEqual(refuse({ code: 'hasTheFloor' }));
	});
	test('is withdrawn, and its subject is written anew without losing the place', () => {
		const floor = waiting(toan, tuyet);

		expect(after(floor, changeSubject(floor, toan, 'đường truyền')).waiting[0]).toMatchObject({
			seat: toan,
			subject: 'đường truyền'
		});
		expect(seatsOf(after(floor, withdraw(floor, toan)))).toEqual([tuyet]);
		expect(withdraw(floor, thinh)).toEqual(refuse({ code: 'notWaiting' }));
	});
});

describe('the queue', () => {
	test('is put in another order by whoever conducts', () => {
		const floor = waiting(toan, tuyet, thinh);

		expect(seatsOf(after(floor, orderQueue(floor, [thinh, toan, tuyet])))).toEqual([thinh, toan, tuyet]);
	});
	test('keeps its order where somebody has asked or withdrawn meanwhile, or is named twice', () => {
		const floor = waiting(toan, tuyet);

		for (const seats of [[tuyet], [tuyet, toan, thinh], [toan, toan]])
			expect(orderQueue(floor, seats)).toEqual(refuse({ code: 'queueChanged' }));
	});
	test('holds a seat at most once, and never who has the floor, whatever happens', () => {
		fc.assert(
			fc.property(journals, (journal) => {
				const { floor } = fold(emptyMeeting, journal);
				const seats = seatsOf(floor);
				expect(new Set(seats).size).toBe(seats.length);
				expect(seats).not.toContain(floor.speaking?.seat);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('the floor', () => {
	test('is given to one who waits, for the time of the body’s rules; the clock does not run yet', () => {
		const floor = waiting(toan, tuyet);

		expect(after(floor, calls(floor, tuyet))).toMatchObject({
			waiting: [{ seat: toan }],
			speaking: { seat: tuyet, allottedMs: 600_000, startedAt: null, extended: false }
		});
	});
	test('passes from one to the next in one act', () => {
		const first = after(waiting(toan, tuyet), calls(waiting(toan, tuyet), toan));

		expect(calls(first, tuyet)).toMatchObject({
			value: [
				{ type: 'floor.yielded', seat: toan },
				{ type: 'floor.granted', seat: tuyet }
			]
		});
	});
	test('is not given where two call at once', () => {
		const floor = waiting(toan, tuyet);
		const first = after(floor, calls(floor, toan));

		expect(grant(first, inDebate, { seat: tuyet, after: null, at })).toEqual(
			refuse({ code: 'floorChanged' })
		);
		expect(calls(first, thinh)).toEqual(refuse({ code: 'notWaiting' }));
	});
	test('may be put off before the speech begins: the next one goes first', () => {
		const floor = after(waiting(toan, tuyet, thinh), calls(waiting(toan, tuyet, thinh), toan));

		expect(after(floor, defer(floor, toan, at))).toMatchObject({
			waiting: [{ seat: tuyet }, { seat: toan }, { seat: thinh }],
			speaking: null
		});
		const begun = after(floor, beginSpeech(floor, toan, at));
		expect(defer(begun, toan, at)).toEqual(refuse({ code: 'speechStarted' }));
	});
	test('is begun and yielded by nobody but the one who has it', () => {
		const floor = after(waiting(toan), calls(waiting(toan), toan));

		for (const rule of [beginSpeech, yieldFloor, defer])
			expect(rule(floor, tuyet, at)).toEqual(refuse({ code: 'nobodySpeaking' }));
		expect(after(floor, yieldFloor(floor, toan, at)).speaking).toBeNull();
	});
	test('gets more time once', () => {
		const floor = after(waiting(toan), calls(waiting(toan), toan));
		const longer = after(floor, extend(floor, inDebate, toan));

		expect(longer.speaking).toMatchObject({ allottedMs: 660_000, extended: true });
		expect(extend(longer, inDebate, toan)).toEqual(refuse({ code: 'alreadyExtended' }));
	});
	test('ends with whoever leaves the roll, and with the item', () => {
		const floor = after(waiting(toan, tuyet), calls(waiting(toan, tuyet), toan));

		expect(leavingFloor(floor, toan, at)).toEqual([{ type: 'floor.yielded', seat: toan, at }]);
		expect(leavingFloor(floor, tuyet, at)).toEqual([{ type: 'floor.requestWithdrawn', seat: tuyet }]);
		expect(leavingFloor(floor, thinh, at)).toEqual([]);
		expect(applyToFloor(floor, { type: 'agenda.itemEnded', item: item.id })).toEqual(emptyFloor);
	});
});

describe('the clock of a speech', () => {
	const speech = {
		seat: toan,
		subject: null,
		calledAt: at,
		startedAt: at,
		allottedMs: 600_000,
		extended: false
	};
	const says = (seconds: number) => clockOf(speech, instant(at + seconds * 1_000), { warnSeconds: 60 });

	test('warns a minute before the end, and says by how much it is over', () => {
		expect(says(539).says).toBe('runs');
		expect(says(540)).toEqual({ leftMs: 60_000, spentMs: 540_000, says: 'warns' });
		expect(says(600).says).toBe('over');
		expect(says(624)).toEqual({ leftMs: -24_000, spentMs: 624_000, says: 'over' });
	});
	test('waits until the speech begins, and is not misled by a tablet whose clock is slow', () => {
		expect(clockOf({ ...speech, startedAt: null }, instant(at + 90_000), { warnSeconds: 60 })).toEqual({
			leftMs: 600_000,
			spentMs: 0,
			says: 'waits'
		});
		expect(says(-600)).toMatchObject({ leftMs: 600_000, spentMs: 0 });
	});
});

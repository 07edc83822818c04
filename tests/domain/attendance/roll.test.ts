import { describe, expect, test } from 'vitest';
import { requireQuorum } from '#domain/attendance/quorum.ts';
import {
	applyToRoll,
	beginRoll,
	checkIn,
	excuse,
	leave,
	noRoll,
	type Roll
} from '#domain/attendance/roll.ts';
import type { SeatId, SittingId, UnitId } from '#domain/journal/ids.ts';
import { draftMeeting, type Meeting, type Sitting } from '#domain/meetings/meeting.ts';
import { refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { councilProfile } from '../../support/profile.ts';

const sitting = 'sitting-1' as SittingId;
const toan = 'ĐB-04' as SeatId;
const at = instant(1_765_245_600_000);
const meetingWith = (state: Sitting['state'], members = 60): Meeting => ({
	...draftMeeting,
	state: 'called',
	members,
	profile: councilProfile('body' as UnitId),
	sittings: [
		{ id: sitting, date: '2026-12-09', start: '08:00', end: '11:30', place: '', closed: false, state }
	]
});
const planned = meetingWith('planned');
const open = meetingWith('open');
const begun = applyToRoll(noRoll, { type: 'attendance.rollBegun', sitting });
const after = (roll: Roll, result: ReturnType<typeof checkIn>) =>
	result.ok ? result.value.reduce(applyToRoll, roll) : roll;

describe('checking in', () => {
	test('before the sitting opens is in time, after it is late', () => {
		const early = checkIn(begun, planned, { seat: toan, way: 'qr', at });
		const late = checkIn(begun, open, { seat: toan, way: 'button', at });

		expect(early.ok && early.value[0]).toMatchObject({ seat: toan, way: 'qr', late: false });
		expect(late.ok && late.value[0]).toMatchObject({ late: true });
	});

	test('is refused without a seat, before the roll is begun, after the sitting, and a second time', () => {
		const here = after(begun, checkIn(begun, planned, { seat: toan, way: 'qr', at }));

		expect(checkIn(begun, planned, { seat: null, way: 'qr', at })).toEqual(refuse({ code: 'notSeated' }));
		expect(checkIn(noRoll, planned, { seat: toan, way: 'qr', at })).toEqual(refuse({ code: 'rollNotBegun' }));
		expect(checkIn(begun, meetingWith('ended'), { seat: toan, way: 'qr', at })).toEqual(
			refuse({ code: 'rollNotBegun' })
		);
		expect(checkIn(here, planned, { seat: toan, way: 'qr', at })).toEqual(refuse({ code: 'alreadyPresent' }));
	});
});

describe('leaving early', () => {
	test('takes a seat off the count, and it may come back', () => {
		const here = after(begun, checkIn(begun, open, { seat: toan, way: 'qr', at }));
		const gone = after(here, leave(here, toan, instant(at + 1)));
		const back = after(gone, checkIn(gone, open, { seat: toan, way: 'clerk', at: instant(at + 2) }));

		expect([here.present, gone.present, back.present]).toEqual([1, 0, 1]);
		expect(gone.seats?.[toan]).toMatchObject({ leftAt: at + 1 });
		expect(leave(gone, toan, at)).toEqual(refuse({ code: 'notPresent' }));
	});
});

test('a reason is noted for whoever is not there, and for nobody who is', () => {
	const here = after(begun, checkIn(begun, open, { seat: toan, way: 'qr', at }));

	expect(excuse(here, toan, 'ốm')).toEqual(refuse({ code: 'alreadyPresent' }));
	expect(after(here, excuse(here, 'ĐB-17' as SeatId, 'điều trị')).excused).toEqual({ 'ĐB-17': 'điều trị' });
});

test('a roll is begun once, and not for a sitting that is over or unknown', () => {
	expect(beginRoll(begun, planned, sitting)).toEqual(refuse({ code: 'rollBegun' }));
	expect(beginRoll(noRoll, meetingWith('ended'), sitting)).toEqual(refuse({ code: 'sittingUnknown' }));
	expect(beginRoll(noRoll, planned, 'x' as SittingId)).toEqual(refuse({ code: 'sittingUnknown' }));
});

test('a sitting is opened with 40 of 60 present and refused with both numbers at 39', () => {
	expect(requireQuorum(planned, { ...begun, present: 40 }).ok).toBe(true);
	expect(requireQuorum(planned, { ...begun, present: 39 })).toEqual(
		refuse({ code: 'noQuorum', present: 39, needed: 40 })
	);
});

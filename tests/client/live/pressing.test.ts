import { expect, test } from 'vitest';
import { marksOf, missingOf } from '#client/live/pressing.ts';
import { noRoll, type Roll } from '#domain/attendance/roll.ts';
import type { PersonId, RoundId, SeatId } from '#domain/journal/ids.ts';
import { instant } from '#lib/time.ts';

const seat = (name: string) => name as SeatId;
const voters = ['ĐB-01', 'ĐB-02', 'ĐB-03', 'ĐB-04'].map((name) => ({
	seat: seat(name),
	person: `p ${name}` as PersonId
}));
const here = { way: 'button' as const, since: instant(0), late: false, leftAt: null };
const roll: Roll = {
	...noRoll,
	seats: { [seat('ĐB-01')]: here, [seat('ĐB-02')]: here, [seat('ĐB-04')]: { ...here, leftAt: instant(9) } },
	present: 2
};
/** Places 0 and 3. */
const pressed = { round: 'r' as RoundId, count: 2, places: btoa(String.fromCharCode(0b1001)) };

test('a seat has pressed, or is present and has not, or is absent; who pressed and left has pressed', () => {
	expect(marksOf(voters, roll, pressed).map(({ mark }) => mark)).toEqual(['cast', 'none', 'absent', 'cast']);
});

test('missing is whoever is present and has not pressed, never the absent', () => {
	expect(missingOf(marksOf(voters, roll, pressed))).toEqual(['ĐB-02']);
	expect(missingOf(marksOf(voters, roll, null))).toEqual(['ĐB-01', 'ĐB-02']);
});

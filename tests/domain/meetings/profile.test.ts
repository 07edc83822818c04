import { describe, expect, test } from 'vitest';
import { neededOf, reaches, type Bound } from '#domain/meetings/profile.ts';
import { isCarried, neededToCarry } from '#domain/voting/threshold.ts';

// Law 72/2025, Art. 35 (R1: more than half of all), Art. 35(2) and 38(5) (R2: at least two thirds), Art. 49(2b) (R3)
const bound = (kind: Bound['kind'], numerator: number, denominator: number): Bound => ({
	kind,
	numerator,
	denominator,
	source: 'vector'
});
const half = bound('moreThan', 1, 2);
const twoThirds = bound('atLeast', 2, 3);
const overTwoThirds = bound('moreThan', 2, 3);

describe('a motion', () => {
	test.each([
		[60, 31, half, true],
		[60, 30, half, false],
		[61, 31, half, true],
		[60, 40, twoThirds, true],
		[60, 39, twoThirds, false],
		[20, 11, half, true],
		[20, 10, half, false],
		[39, 26, overTwoThirds, false],
		[39, 27, overTwoThirds, true]
	])(
		'of %i members with %i in favour is judged by an exact fraction',
		(membership, approve, rule, carried) => {
			expect(isCarried({ approve, membership }, rule)).toBe(carried);
		}
	);
});

describe('a quorum of at least two thirds', () => {
	test.each([
		[60, 40, true],
		[60, 39, false],
		[20, 14, true],
		[20, 13, false]
	])('of %i with %i present', (total, present, met) => {
		expect(reaches(present, total, twoThirds)).toBe(met);
	});
});

test('the number needed is the smallest that reaches, for every size of body and every bound', () => {
	for (const rule of [half, twoThirds, overTwoThirds])
		for (let whole = 1; whole <= 500; whole++) {
			const needed = neededOf(whole, rule);
			expect([reaches(needed, whole, rule), reaches(needed - 1, whole, rule)]).toEqual([true, false]);
		}
	expect(neededToCarry(60, half)).toBe(31);
});

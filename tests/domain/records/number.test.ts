import { describe, expect, test } from 'vitest';
import { faultOf, nextNumber, printedNumber } from '../../../src/domain/records/number.ts';

const minutes = { type: 'BB', body: 'HĐND', year: 2026, normative: false };
const resolutions = { ...minutes, type: 'NQ' };
const normative = { ...resolutions, normative: true };

describe('a printed number', () => {
	test('below ten has a leading zero', () => {
		expect(printedNumber(7, minutes)).toBe('07/BB-HĐND');
	});

	test('of an individual resolution has no year, of a normative one it has', () => {
		expect(printedNumber(58, resolutions)).toBe('58/NQ-HĐND');
		expect(printedNumber(12, normative)).toBe('12/2026/NQ-HĐND');
	});
});

describe('a typed number (demo case 8)', () => {
	test.each([
		['07/BB-HĐND', false, null],
		['12/2026/NQ-HĐND', true, null],
		['54/BC-KTNS', false, null],
		['03/BB-TĐB1', false, null],
		['315/TTr-UBND', false, null],
		['5/NQ-HĐND', false, 'noLeadingZero'],
		['12/NQ-HĐND', true, 'noYear'],
		['112-QĐ/UBKTTU', false, 'notStateForm'],
		['Số: 05/NQ-HĐND', false, 'notStateForm']
	])('%s, normative: %s, has the fault %s', (printed, isNormative, fault) => {
		expect(faultOf(printed, isNormative)).toBe(fault);
	});
});

describe('the next number of a series', () => {
	test('begins at 1', () => {
		expect(nextNumber([])).toBe(1);
	});

	test('is never one that was given up', () => {
		const entries = [
			{ number: 57, state: 'inUse' },
			{ number: 58, state: 'givenUp' }
		] as const;

		expect(nextNumber(entries)).toBe(59);
	});
});

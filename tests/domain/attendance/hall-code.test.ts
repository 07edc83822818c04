import { describe, expect, test } from 'vitest';
import { codeLength, codeSigns, hallCode, isHallCode, slotMs, slotOf } from '#domain/attendance/hall-code.ts';
import type { SittingId } from '#domain/journal/ids.ts';
import { instant } from '#lib/time.ts';

const sitting = 'sitting-1' as SittingId;
const other = 'sitting-2' as SittingId;
const secret = 'a secret of the sitting';
const at = instant(1_765_245_600_000);
const code = hallCode(secret, sitting, slotOf(at));
const after = (slots: number) => instant(at + slots * slotMs);

describe('the hall code', () => {
	test('is eight signs that nobody confuses, another one every ten seconds, another one for each sitting', () => {
		const codes = Array.from({ length: 200 }, (_, n) => hallCode(secret, sitting, n));

		expect(codes.every((one) => one.length === codeLength)).toBe(true);
		expect([...new Set(codes.join(''))].every((sign) => codeSigns.includes(sign))).toBe(true);
		expect(codeSigns).not.toMatch(/[0O1ISB]/);
		expect(new Set(codes).size).toBe(200);
		expect(hallCode(secret, other, 1)).not.toBe(codes[1]);
	});

	test('as a picture is good in its slot and the next, typed in the six after it, and then no more', () => {
		const good = (slots: number, way: 'qr' | 'code') =>
			isHallCode(code, { secret, sitting, at: after(slots), way });

		expect([0, 1, 2].map((slots) => good(slots, 'qr'))).toEqual([true, true, false]);
		expect([0, 6, 7].map((slots) => good(slots, 'code'))).toEqual([true, true, false]);
	});

	test('is taken as people type it: small, with a hyphen, with spaces', () => {
		const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;

		expect(isHallCode(typed, { secret, sitting, at, way: 'code' })).toBe(true);
		expect(isHallCode('', { secret, sitting, at, way: 'code' })).toBe(false);
	});
});

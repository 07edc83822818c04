import { expect, test } from 'vitest';
import { isRecordCode, recordCode, typedCode } from '../../../src/domain/records/record-code.ts';

const chance = Uint8Array.from({ length: 32 }, (_, i) => i * 7);

test('a record code ends in ten signs made by chance, none of which is mistaken for another', () => {
	const code = recordCode(['MG', 'NQ', '58', '2026'], chance);

	expect(code).toMatch(/^MG-NQ-58-2026-[2-9ACDEFGHJKLMNPQRTUVWXYZ]{10}$/);
	expect(isRecordCode(code)).toBe(true);
});

test('bytes that would make a sign likelier are passed over', () => {
	const uneven = Uint8Array.from([255, 240, ...Array.from({ length: 10 }, () => 0)]);

	expect(recordCode(['MG'], uneven)).toBe('MG-2222222222');
	expect(() =>
		recordCode(
			['MG'],
			Uint8Array.from({ length: 32 }, () => 250)
		)
	).toThrow('chance');
});

test('a code is found however it was typed', () => {
	expect(typedCode(' mg-nq-58 – 2026-7k4m92qdtx ')).toBe('MG-NQ-58-2026-7K4M92QDTX');
});

test('what cannot be a code is never looked up', () => {
	for (const typed of ['', 'MG-NQ-58', "MG-NQ-58-2026-7K4M92QDT'", 'MG-NQ-58-2026-OOOOOOOOOO'])
		expect(isRecordCode(typed)).toBe(false);
});

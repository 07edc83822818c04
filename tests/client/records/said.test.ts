// The words of the public page: an answer first, green for nothing but a recognised root.
import { describe, expect, test } from 'vitest';
import type { SignatureReport, Verdict } from '#domain/records/verdict.ts';
import { said } from '#i18n/verdict.ts';
import { day1, minutes } from '../../support/records.ts';

const signature: SignatureReport = {
	field: 'chair',
	by: { name: 'Đỗ Hữu Cường', organisation: 'Hội đồng nhân dân tỉnh Minh Giang' },
	capacity: 'Chủ tọa kỳ họp',
	stampedAt: day1,
	level: 'B-T',
	certificate: { serial: '0a', issuer: 'Nghị Sự, bản dùng thử' },
	root: 'trial',
	revocation: 'good',
	faults: [],
	keptSince: true
};
const { number, code, title, date, signers } = minutes;
const facts = { kind: 'minutes', number, code, title, date, signers } as const;
const report = { pages: 5, facts, signatures: [signature] };
const answers: readonly Verdict[] = [
	{ answer: 'unreadable' },
	{ answer: 'unsigned', report: { ...report, signatures: [] } },
	{ answer: 'changed', report },
	{ answer: 'notProved', report },
	{ answer: 'incomplete', report, missing: signers },
	{ answer: 'trial', report },
	{ answer: 'unknownRoot', report: { ...report, signatures: [{ ...signature, root: 'unknown' }] } }
];

describe('what is said of a file', () => {
	test.each(answers)('$answer is never shown in green, in head or reason', (verdict) => {
		const { tone, reasons } = said(verdict);

		expect(tone).not.toBe('ok');
		expect(reasons.map((reason) => reason.tone)).not.toContain('ok');
	});

	test('genuine is green throughout', () => {
		const recognised = { ...report, signatures: [{ ...signature, root: 'recognised' as const }] };

		const { tone, reasons } = said({ answer: 'genuine', report: recognised });

		expect(tone).toBe('ok');
		expect(new Set(reasons.map((reason) => reason.tone))).toEqual(new Set(['ok']));
	});

	test('a changed file leads to the original and does not say who changed it', () => {
		const { original, text, reasons } = said({ answer: 'changed', report });

		expect(original).toBe(code);
		expect(text).toBe('Chữ ký trong tệp không khớp với nội dung đang có trong tệp.');
		expect(reasons[0]?.text).toContain('không cho biết ai sửa');
	});

	test('an incomplete file names who is missing', () => {
		const { reasons } = said({ answer: 'incomplete', report, missing: signers });

		expect(reasons.map((reason) => reason.text)).toContain('Thiếu: Đặng Thị Kim Liên và Đỗ Hữu Cường.');
	});
});

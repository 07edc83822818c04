import { expect, test } from 'vitest';
import { dueInWords, dueTyped } from '#ui/proceedings/due.ts';
import { typedAs } from '#ui/proceedings/slash.ts';

test('what is typed is a note, and after a sign an opinion or a conclusion', () => {
	expect(typedAs('Chủ tọa mời trình bày.')).toEqual({ kind: 'note', text: 'Chủ tọa mời trình bày.' });
	expect(typedAs('/y đề nghị làm rõ')).toEqual({ kind: 'opinion', text: 'đề nghị làm rõ' });
	expect(typedAs('/Y đề nghị làm rõ')).toEqual({ kind: 'opinion', text: 'đề nghị làm rõ' });
	expect(typedAs('/k')).toEqual({ kind: 'conclusion', text: '' });
	expect(typedAs('/k giao Sở Xây dựng')).toEqual({ kind: 'conclusion', text: 'giao Sở Xây dựng' });
});

test('a sign that is none is asked about, and a word that begins like one is no sign', () => {
	expect(typedAs('/x điều gì đó')).toEqual({ kind: 'unknown', sign: '/x' });
	expect(typedAs('/kết luận')).toEqual({ kind: 'unknown', sign: '/kết' });
});

test('a date is recorded as a date, and a rule in words as it was spoken', () => {
	expect(dueTyped('30/6/2027')).toBe('2027-06-30');
	expect(dueTyped('1-12-2026')).toBe('2026-12-01');
	expect(dueTyped('31/2/2027')).toBe('31/2/2027');
	expect(dueTyped(' trước kỳ họp sau ')).toBe('trước kỳ họp sau');
	expect(dueInWords('2027-06-30')).toBe('30/6/2027');
	expect(dueInWords('trước kỳ họp sau')).toBe('trước kỳ họp sau');
});

import { describe, expect, test } from 'vitest';
import { isHandle, placeOf, shortCodeTyped } from '#domain/live/handle.ts';
import type { ItemId, MeetingId } from '#domain/journal/ids.ts';

describe('where a code leads', () => {
	const [meeting, item] = ['m' as MeetingId, 'i' as ItemId];
	const of = { meeting, title: 'Kỳ họp thứ 6' };
	const budget = { ...of, item, number: 3, itemTitle: 'Dự toán ngân sách' };

	test.each([
		['a meeting that runs', { kind: 'meeting', ...of, running: true }, '/meetings/m/session'],
		['a meeting that does not', { kind: 'meeting', ...of, running: false }, '/meetings/m'],
		['an item in session', { kind: 'item', ...budget, running: true }, '/meetings/m/session?item=i'],
		['an item outside', { kind: 'item', ...budget, running: false }, '/meetings/m#item-i']
	] as const)('%s', (_, pointed, place) => {
		expect(placeOf(pointed)).toBe(place);
	});
});

test('eight signs are known however they are written, and nothing else', () => {
	const typed = ['lg7k 2m9d', 'LG7K-2M9D', 'LG7K2M9', 'LG7K2M9DD', 'LG7K2M90', ''];

	expect(typed.map(shortCodeTyped)).toEqual(['LG7K2M9D', 'LG7K2M9D', null, null, null, null]);
});

test('a handle is 128 bits, no more and no less', () => {
	expect(['a'.repeat(22), 'a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(21)}/`].map(isHandle)).toEqual([
		true,
		false,
		false,
		false
	]);
});

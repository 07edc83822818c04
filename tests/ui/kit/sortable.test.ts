import { expect, test } from 'vitest';
import { moved, placeAt } from '#ui/kit/sortable.ts';

test('a thing moves to the place it will have, in either direction', () => {
	expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
	expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
	expect(moved(['a', 'b', 'c', 'd'], 2, 2)).toEqual(['a', 'b', 'c', 'd']);
});

test('a row is dropped after all others whose middle lies above the finger', () => {
	const middles = [20, 60, 100];

	expect(placeAt(5, middles, 2)).toBe(0);
	expect(placeAt(70, middles, 0)).toBe(1);
	expect(placeAt(500, middles, 0)).toBe(2);
});

import { expect, test } from 'vitest';
import { lineAfter } from '#ui/kit/line.ts';

test('a silent line shows nothing under 3 seconds, a chip from 3, the bar from 15', () => {
	expect([0, 2_999, 3_000, 14_999, 15_000].map(lineAfter)).toEqual([
		'open',
		'open',
		'reconnecting',
		'reconnecting',
		'lost'
	]);
});

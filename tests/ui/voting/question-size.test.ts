import { expect, test } from 'vitest';
import { questionSize } from '#ui/voting/question-size.ts';

const question = (signs: number) => 'x'.repeat(signs);

test.each([
	[0, 'short'],
	[60, 'short'],
	[61, 'long'],
	[120, 'long'],
	[121, 'longer'],
	[200, 'longer'],
	[201, 'longest'],
	[300, 'longest']
])('a question of %i signs is %s', (signs, size) => {
	expect(questionSize(question(signs))).toBe(size);
});

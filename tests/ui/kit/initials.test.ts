import { expect, test } from 'vitest';
import { initialsOf } from '#ui/kit/initials.ts';

test('a Vietnamese name is shortened to the first letters of its last two words', () => {
	expect(initialsOf('Phạm Thị Minh Nguyệt')).toBe('MN');
	expect(initialsOf('  Đặng   Ái  ')).toBe('ĐÁ');
	expect(initialsOf('Toàn')).toBe('T');
	expect(initialsOf('')).toBe('');
});

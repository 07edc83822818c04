import { describe, expect, test } from 'vitest';
import { appearanceAttributes } from '#lib/appearance.ts';

describe('how the page looks, by the cookies of a person', () => {
	test('what was chosen stands on <html>', () => {
		expect(appearanceAttributes('dark', 'larger')).toBe(' data-theme="dark" data-text="larger"');
	});
	test('without a choice the device decides', () => {
		expect(appearanceAttributes(undefined, undefined)).toBe('');
	});
	test('a cookie that is none of ours writes nothing into the page', () => {
		expect(appearanceAttributes('"><script>', 'huge')).toBe('');
	});
});

import { expect, test } from 'vitest';
import { deviceOf } from '#domain/operations/device.ts';

test('a device is what was chosen, else what its browser says', () => {
	const iPad =
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15';

	expect(deviceOf('mac', iPad)).toBe('mac');
	expect(deviceOf(null, iPad)).toBe('ipad');
	expect(deviceOf('toaster', 'Mozilla/5.0 (Linux; Android 14)')).toBe('android');
	expect(deviceOf(null, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows');
});

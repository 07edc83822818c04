import { afterEach, describe, expect, test, vi } from 'vitest';
import { originForOthers } from '#server/platform/public-address.ts';

afterEach(() => vi.unstubAllEnvs());
const asked = (from: string, names = '') => {
	vi.stubEnv('ORIGIN_NAMES', names);
	vi.stubEnv('PORT', '3000');
	return originForOthers(new URL(`${from}/meetings`));
};

describe('the address that a printed code names', () => {
	test('is the first name that the operator gave, however the secretary came', () => {
		expect(asked('https://192.168.1.5:3000', 'hop.minhgiang.example,hop2.example')).toBe(
			'https://hop.minhgiang.example:3000'
		);
	});

	test('is the one by which the secretary came where the operator gave none', () => {
		expect(asked('https://192.168.1.5:3000')).toBe('https://192.168.1.5:3000');
	});

	test.each(['http://localhost:3000', 'https://127.0.0.1:3000', 'https://[::1]:3000'])(
		'is never %s where the operator gave a name',
		(from) => {
			expect(asked(from, 'hop.minhgiang.example')).toBe('https://hop.minhgiang.example:3000');
		}
	);

	test('is an address of this machine for whoever came by localhost, if it has one', () => {
		const there = asked('http://localhost:3000');

		expect(there).toMatch(/^https:\/\/(\d+\.\d+\.\d+\.\d+|localhost):3000$/);
		expect(there).not.toContain('127.');
	});
});

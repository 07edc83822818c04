import { describe, expect, test } from 'vitest';
import { settings } from '../../src/env.ts';

describe('settings', () => {
	test('are all optional', () => {
		expect(settings({})).toEqual({
			PORT: 3000,
			NGHISU_DATA: 'data',
			ORIGIN_NAMES: [],
			NGHISU_VIDEO: 'on'
		});
	});

	test('that are empty count as unset', () => {
		expect(settings({ PORT: '', DATABASE_URL: '', NGHISU_DEMO: '' })).toEqual(settings({}));
	});

	test('take several names of this server', () => {
		const { ORIGIN_NAMES } = settings({ ORIGIN_NAMES: 'hop.minhgiang.example, nghisu.test' });

		expect(ORIGIN_NAMES).toEqual(['hop.minhgiang.example', 'nghisu.test']);
	});

	test.each([
		[{ PORT: 'three' }, 'PORT is wrong: expected a number'],
		[{ PORT: '0' }, 'PORT is wrong: expected a number from 1 on'],
		[{ NGHISU_DEMO: 'yes' }, 'NGHISU_DEMO is wrong: expected `on` or `off`'],
		[{ DATABASE_URL: 'http://x' }, 'DATABASE_URL is wrong: expected an address such as'],
		[{ ORIGIN_NAMES: 'a b' }, 'ORIGIN_NAMES is wrong: expected names of hosts, parted by commas'],
		[{ TLS_CERT: 'cert.pem' }, 'TLS_CERT and TLS_KEY belong together'],
		[{ NGHISU_VIDEO: 'yes' }, 'NGHISU_VIDEO is wrong: expected `on`, `off` or `loopback`'],
		[{ LIVEKIT_URL: 'wss://a@b' }, 'LIVEKIT_URL is wrong: expected an address such as'],
		[{ LIVEKIT_API_SECRET: 'short' }, 'LIVEKIT_API_SECRET is wrong: expected a secret of at least 32 signs'],
		[{ LIVEKIT_URL: 'wss://video.example' }, 'LIVEKIT_API_KEY and LIVEKIT_API_SECRET belong together'],
		[{ DATABASE_OWNER_URL: 'postgres://o@h/d' }, 'DATABASE_OWNER_URL needs DATABASE_URL beside it']
	])('say what is wrong with %o', (given, sentence) => {
		expect(() => settings(given)).toThrow(sentence);
	});
});

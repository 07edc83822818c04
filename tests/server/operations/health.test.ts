import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { health } from '#server/operations/health.ts';
import { client } from '#server/platform/db.ts';

afterAll(() => client.end());
afterEach(() => vi.unstubAllEnvs());

describe('health', () => {
	test('is well while database and files answer, and leaves nothing behind', async () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-health-'));
		vi.stubEnv('NGHISU_DATA', folder);

		const now = await health();

		expect(now).toMatchObject({
			ok: true,
			database: { state: 'ok' },
			files: { state: 'ok' },
			video: { state: 'off' }
		});
		expect(fs.readdirSync(folder)).toEqual([]);
		fs.rmdirSync(folder);
	});

	test('is not well where files cannot be written', async () => {
		vi.stubEnv('NGHISU_DATA', '/nowhere/at/all');

		expect(await health()).toMatchObject({ ok: false, database: { state: 'ok' }, files: { state: 'down' } });
	});

	test('goes on without the video server, and says so', async () => {
		vi.stubEnv('NGHISU_DATA', fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-health-')));
		vi.stubEnv('LIVEKIT_URL', 'http://127.0.0.1:9');
		vi.stubEnv('LIVEKIT_API_KEY', 'key');
		vi.stubEnv('LIVEKIT_API_SECRET', 'x'.repeat(32));

		expect(await health()).toMatchObject({ ok: true, video: { state: 'unreachable' } });
	});
});

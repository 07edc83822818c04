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

		expect(now).toMatchObject({ ok: true, database: { state: 'ok' }, files: { state: 'ok' } });
		expect(fs.readdirSync(folder)).toEqual([]);
		fs.rmdirSync(folder);
	});

	test('is not well where files cannot be written', async () => {
		vi.stubEnv('NGHISU_DATA', '/nowhere/at/all');

		expect(await health()).toMatchObject({ ok: false, database: { state: 'ok' }, files: { state: 'down' } });
	});
});

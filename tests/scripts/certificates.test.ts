import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { identity } from '../../scripts/certificates.ts';

const folders: string[] = [];
const fresh = () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-ca-'));
	folders.push(folder);
	return folder;
};
afterEach(() => vi.useRealTimers());
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

const names = ['localhost', '127.0.0.1', '::1', 'hop.minhgiang.example'];
const read = (pem: Buffer | null) => new X509Certificate(pem ?? '');

describe('the certificate of this server', () => {
	test('is of our own authority and holds every name and address', async () => {
		const { cert, authority } = await identity({ folder: fresh(), names });

		expect(read(cert).verify(read(authority).publicKey)).toBe(true);
		expect(read(cert).checkHost('hop.minhgiang.example')).toBeTruthy();
		expect(['127.0.0.1', '::1'].map((address) => read(cert).checkIP(address))).not.toContain(undefined);
		expect(read(authority).ca).toBe(true);
	});

	test('stays the same while nothing changes', async () => {
		const folder = fresh();
		const first = await identity({ folder, names });

		expect((await identity({ folder, names })).cert).toEqual(first.cert);
	});

	test('is made anew for a new address, under the same authority', async () => {
		const folder = fresh();
		const first = await identity({ folder, names });

		const second = await identity({ folder, names: [...names, '192.0.2.7'] });

		expect(read(second.cert).checkIP('192.0.2.7')).toBeTruthy();
		expect(second.authority).toEqual(first.authority);
	});

	test('is made anew when its year is nearly over, under the same authority', async () => {
		const folder = fresh();
		const first = await identity({ folder, names });
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 340 * 86_400_000 });

		const later = await identity({ folder, names });

		expect(later.daysLeft).toBeGreaterThan(360);
		expect(later.authority).toEqual(first.authority);
	});

	test('is kept where nobody else reads it', async () => {
		const folder = fresh();
		await identity({ folder, names });

		for (const file of fs.readdirSync(folder))
			expect(fs.statSync(path.join(folder, file)).mode & 0o077).toBe(0);
	});

	test('may be one that was given: then there is no authority to trust', async () => {
		const folder = fresh();
		await identity({ folder, names });
		const given = { cert: path.join(folder, 'server.crt'), key: path.join(folder, 'server.key') };

		expect((await identity({ folder: fresh(), names, given })).authority).toBeNull();
	});
});

import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { isOpen, npmStart, portOf, programsNaming, ready, soon, type Started } from '../support/npm-start.ts';

describe('npm start', () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-start-'));
	const data = path.join(folder, 'data');
	const running: Started[] = [];
	afterEach(async () => {
		for (const { process, ended } of running.splice(0)) {
			process.kill('SIGTERM');
			await ended;
		}
	});
	afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

	const start = (args: readonly string[], env: Record<string, string> = {}) => {
		const started = npmStart(args, { NGHISU_DATA: data, ...env });
		running.push(started);
		return started;
	};
	const programs = () => programsNaming(data);
	function taken(): Promise<{ port: number; free(): void }> {
		const server = net.createServer();
		return new Promise((resolve) =>
			server.listen(0, () =>
				resolve({ port: (server.address() as AddressInfo).port, free: () => server.close() })
			)
		);
	}

	test('makes the demo at the first start, says who can sign in, and takes the next port where one is in use', async () => {
		const other = await taken();

		const first = start(['--scene', 'people'], { PORT: String(other.port) });
		await ready(first);

		expect(portOf(first)).toBeGreaterThan(other.port);
		expect(first.said()).toMatch(/ready in [\d.]+ s/);
		expect(first.said()).toContain('Nguyễn Quốc Toàn');
		expect(first.said()).toContain('npm run nghisu -- accounts');
		expect(await (await fetch(`http://localhost:${portOf(first)}/healthz`)).json()).toMatchObject({
			ok: true
		});
		other.free();
	});

	test('builds and installs nothing the second time, and a second one beside it says so', async () => {
		const first = start([]);
		await ready(first);
		const second = start([]);

		expect(await second.ended).toBe(1);

		console.log(`second start: ${/ready in [\d.]+ s/.exec(first.said())?.[0]}`);
		expect(first.said()).not.toMatch(/building|installing|demo, scene/);
		expect(second.said()).toContain(`http://localhost:${portOf(first)}`);
	});

	test('refuses a scene that a demo can no longer begin with', async () => {
		const late = start(['--scene', 'opened']);

		expect(await late.ended).toBe(1);
		expect(late.said()).toContain('npm run reset');
	});

	test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends everything on %s', async (signal) => {
		const one = start([]);
		await ready(one);
		const port = portOf(one);

		one.process.kill(signal);

		await vi.waitFor(async () => expect([await isOpen(port), programs()]).toEqual([false, []]), soon);
	});

	test('says which setting is wrong', async () => {
		const wrong = start([], { PORT: '70000' });

		expect(await wrong.ended).toBe(1);
		expect(wrong.said()).toContain('PORT is wrong: expected a number up to 65535');
	});
});

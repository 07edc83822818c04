import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';

type Started = { readonly process: ChildProcess; said(): string; readonly ended: Promise<number | null> };
const soon = { timeout: 60_000, interval: 50 };

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

	/** As npm does it, in a shell whose death is noticed. */
	function start(args: readonly string[], env: Record<string, string> = {}): Started {
		const script = ['scripts/bootstrap.mjs', 'scripts/start.ts', ...args];
		const own = {
			DATABASE_URL: '',
			DATABASE_OWNER_URL: '',
			NGHISU_DATA: data,
			NGHISU_DEMO: '',
			BOOT_T0: '',
			...env
		};
		const child = spawn(process.execPath, script, {
			env: { ...process.env, ...own },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
		const started = {
			process: child,
			said: () => said,
			ended: new Promise<number | null>((resolve) => child.once('close', resolve))
		};
		running.push(started);
		return started;
	}
	const ready = ({ said }: Started) =>
		vi.waitFor(() => expect(said()).toContain('video        not yet'), soon);
	const portOf = ({ said }: Started) => Number(/http:\/\/localhost:(\d+)/.exec(said())?.[1]);
	const isOpen = (port: number) =>
		new Promise<boolean>((resolve) => {
			const socket = net.connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
			socket.on('error', () => resolve(false));
		});
	const programs = () =>
		fs
			.readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.filter((pid) => {
				const file = `/proc/${pid}/cmdline`;
				return fs.existsSync(file) && read(file).includes(data);
			});
	function read(file: string) {
		try {
			return fs.readFileSync(file, 'utf8');
		} catch {
			return ''; // it ended meanwhile
		}
	}
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

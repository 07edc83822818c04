import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { networkAddresses } from '../../scripts/addresses.ts';
import { childrenOf, npmStart, portOf, ready, soon, type Started } from '../support/npm-start.ts';
import { programOfVideo } from '../support/video.ts';

const network = networkAddresses()[0] ?? '127.0.0.1';

describe('npm start without a video server at hand', () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-video-start-'));
	const data = path.join(folder, 'data');
	const released = path.join(folder, 'released');
	let started: Started;
	let port = 0;
	beforeAll(async () => {
		started = npmStart(['--scene', 'people'], {
			...withSlowGo(),
			NGHISU_DATA: data,
			NGHISU_VIDEO: 'loopback'
		});
		await ready(started);
		port = portOf(started);
	});
	afterAll(async () => {
		started.process.kill('SIGTERM');
		await started.ended;
		fs.rmSync(folder, { recursive: true, force: true });
	});

	/** A Go that has the program ready, and gives it when the test says so. */
	function withSlowGo() {
		const bin = path.join(folder, 'bin');
		fs.mkdirSync(bin, { recursive: true });
		const give = `while [ ! -e ${released} ]; do sleep 0.1; done; while [ $# -gt 0 ]; do [ "$1" = -o ] && cp ${programOfVideo()} "$2"; shift; done`;
		const script = `#!/bin/sh\nif [ "$1" = version ]; then echo go version go1.26.0 linux; else ${give}; fi\n`;
		fs.writeFileSync(path.join(bin, 'go'), script, { mode: 0o755 });
		return {
			PATH: [bin, pathWithoutVideo()].join(path.delimiter),
			XDG_CACHE_HOME: path.join(folder, 'cache')
		};
	}
	async function video() {
		const health = await (await fetch(`http://localhost:${port}/healthz`)).json();
		return [health.ok, health.video.state];
	}
	const pids = () => {
		const file = path.join(data, 'running.json');
		return childrenOf(JSON.parse(fs.readFileSync(file, 'utf8')).pid, 'livekit-server');
	};
	const authority = () => fs.readFileSync(path.join(data, 'ca/ca.crt'));

	/** What a WebSocket is answered; 101 is a yes. */
	function upgrade(
		to: string,
		{ by = 'https', origin = '' }: { by?: 'http' | 'https'; origin?: string } = {}
	) {
		const host = by === 'https' ? network : '127.0.0.1';
		const headers = {
			connection: 'Upgrade',
			upgrade: 'websocket',
			origin: origin || `${by}://${host}:${port}`,
			'sec-websocket-version': '13',
			'sec-websocket-key': randomBytes(16).toString('base64')
		};
		const options = { host, port, path: to, headers, ca: authority(), agent: false };
		return new Promise<number | string>((resolve) => {
			const req = (by === 'https' ? https : http).request(options);
			req.on('upgrade', (res, socket) => (socket.destroy(), resolve(res.statusCode ?? 0)));
			req.on('response', (res) => (res.resume(), resolve(res.statusCode ?? 0)));
			req.on('error', ({ message }) => resolve(message)).end();
		});
	}

	test('is ready first, and has video when it is built, without another start', async () => {
		expect(started.said()).toContain('is being built by Go');
		expect(await video()).toEqual([true, 'starting']);
		expect(await upgrade('/rtc/v1?access_token=x')).toBe(503);

		fs.writeFileSync(released, '');

		await vi.waitFor(async () => expect(await video()).toEqual([true, 'on']), soon);
		expect(started.said()).toMatch(/video: LiveKit 1\.13\.\d+, media at 127\.0\.0\.1/);
		const [made = ''] = fs.readdirSync(path.join(folder, 'cache/nghisu/livekit'));
		expect(fs.readdirSync(path.join(folder, 'cache/nghisu/livekit', made))).toEqual(['livekit-server']);
	});

	test('passes on why joining is refused, over HTTP/1.1 and 2', async () => {
		const session = http2.connect(`https://${network}:${port}`, { ca: authority() });
		const status = new Promise((resolve, reject) => {
			session
				.on('error', reject)
				.request({ ':path': '/rtc/v1/validate?access_token=x' })
				.on('response', (headers) => resolve(headers[':status']))
				.end();
		});

		expect(await status).toBe(401);
		session.close();
		const answer = await fetch(`http://localhost:${port}/rtc/v1/validate?access_token=x`);
		expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('token')]);
		expect(answer.headers.get('access-control-allow-origin')).toBeNull();
	});

	test('passes on only what joining needs, and only from pages of its own', async () => {
		expect(await upgrade('/rtc/v1?access_token=x')).toBe(401);
		expect(await upgrade('/rtc?access_token=x', { by: 'http' })).toBe(401);
		expect(await upgrade('/rtc?access_token=x', { origin: 'https://elsewhere.example' })).toBe(403);
		expect(await upgrade('/agent?access_token=x')).toBe(403);
		expect(await upgrade('/rtc/../twirp/livekit.RoomService/ListRooms?x')).toBe(403);
		const rooms = await fetch(`http://localhost:${port}/twirp/livekit.RoomService/ListRooms`);
		expect(rooms.status).toBe(404);
	});

	test('keeps keys that nobody else may read, and no token in its log', async () => {
		await upgrade('/rtc/v1?access_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl');

		expect(fs.statSync(path.join(data, 'livekit.json')).mode & 0o777).toBe(0o600);
		expect(fs.readFileSync(path.join(data, 'livekit.log'), 'utf8')).not.toContain('eyJhbGci');
	});

	test('comes back by itself after it was killed, and goes with the product', async () => {
		const [killed = 0] = pids();

		process.kill(killed, 'SIGKILL');

		await vi.waitFor(async () => {
			expect(pids().filter((pid) => pid !== killed)).toHaveLength(1);
			expect(await video()).toEqual([true, 'on']);
		}, soon);
		const [last = 0] = pids();
		started.process.kill('SIGTERM');
		expect(await started.ended).toBe(0);
		expect(fs.existsSync(`/proc/${last}`)).toBe(false);
	});
});

test('npm start without a video server and without Go says what is off and how to have it', async () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-video-none-'));
	const env = {
		PATH: pathWithoutVideo(),
		XDG_CACHE_HOME: folder,
		NGHISU_DATA: path.join(folder, 'data'),
		NGHISU_VIDEO: 'on'
	};

	const started = npmStart(['--scene', 'people'], env);
	await ready(started);
	const { video } = await (await fetch(`http://localhost:${portOf(started)}/healthz`)).json();
	started.process.kill('SIGTERM');
	await started.ended;

	expect(started.said()).toMatch(/! video {8}off: .*bridge points.*install Go 1\.26.*LIVEKIT_URL/);
	expect(video).toEqual({ state: 'off' });
	fs.rmSync(folder, { recursive: true, force: true });
});

/** What this machine has, but for Go and for a server of its own. */
const pathWithoutVideo = () =>
	(process.env.PATH ?? '')
		.split(path.delimiter)
		.filter((one) => !['go', 'livekit-server'].some((name) => fs.existsSync(path.join(one, name))))
		.join(path.delimiter);

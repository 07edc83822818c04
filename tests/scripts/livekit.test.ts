import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findLivekit } from '../../scripts/livekit-binary.ts';
import { configOf, keysIn } from '../../scripts/livekit-config.ts';
import { withoutTokens } from '../../scripts/livekit-log.ts';

describe('the program of the video server', () => {
	let folder = '';
	beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-find-'))));
	afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

	const place = (file: string, says: string) => {
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, `#!/bin/sh\necho ${says}\n`, { mode: 0o755 });
		return file;
	};
	const bin = () => path.join(folder, 'bin');
	const server = (version: string) =>
		place(path.join(bin(), 'livekit-server'), `livekit-server version ${version}`);
	const go = (version: string) => place(path.join(bin(), 'go'), `go version go${version} linux/amd64`);
	const find = () => findLivekit({ PATH: bin(), XDG_CACHE_HOME: path.join(folder, 'cache') });

	test('is the one on the PATH, unless it is older than the one that was tried, or of the next great version', () => {
		const file = server('1.13.5');
		expect(find()).toEqual({ file });
		server('1.14.0');
		expect(find()).toEqual({ file });

		for (const other of ['1.13.4', '1.9.12', '2.0.0']) {
			server(other);
			expect(find()).toEqual({ missing: 'go' });
		}
	});

	test('is built where Go is new enough, and found again where it was built, also without Go', () => {
		go('1.26.8');
		const found = find();
		const file = 'build' in found ? found.build.file : '';
		expect(file).toContain(path.join(folder, 'cache/nghisu/livekit'));

		place(file, 'livekit-server version 1.13.5');
		expect(find()).toEqual({ file });
		fs.rmSync(path.join(bin(), 'go'));

		expect(find()).toEqual({ file });
	});

	test('is missing where Go is too old', () => {
		go('1.25.3');

		expect(find()).toEqual({ missing: 'goTooOld', found: '1.25.3' });
	});

	test('has keys of its own, made once', () => {
		const keys = keysIn(folder);

		expect(keysIn(folder)).toEqual(keys);
		expect(keys.secret.length).toBeGreaterThanOrEqual(32);
	});
});

const machine = { keys: { key: 'k', secret: 's' }, ports: { http: 1, tcp: 2, udp: 3 }, webhook: 'http://x' };

test('without a network address media stay on this machine', () => {
	const machine = {
		keys: { key: 'k', secret: 's' },
		ports: { http: 1, tcp: 2, udp: 3 },
		webhook: 'http://x'
	};

	expect(configOf({ ...machine, bind: '127.0.0.1', address: '127.0.0.1' }).rtc).toMatchObject({
		node_ip: '127.0.0.1',
		enable_loopback_candidate: true
	});
	expect(configOf({ ...machine, bind: '127.0.0.1', address: '192.0.2.7' }).rtc).toMatchObject({
		node_ip: '192.0.2.7',
		enable_loopback_candidate: false,
		ips: { includes: ['192.0.2.7/32'] }
	});
});

test('browsers are sent to no public server to find their way, nor to the port of the media', () => {
	const { rtc } = configOf({ ...machine, bind: '127.0.0.1', address: '192.0.2.7' });

	expect(rtc).toMatchObject({ stun_servers: ['192.0.2.7:2'], udp_port: 3 });
});

test('the log of the video server holds no token', () => {
	const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwb2ludCJ9.c2lnbmF0dXJlLXBhcnQ';
	const line = `{"url":"/rtc/v1?access_token=${token}&join_request=H4sI_x-","msg":"token ${token}"}`;

	expect(withoutTokens(line)).toBe(
		'{"url":"/rtc/v1?access_token=[left out]&join_request=[left out]","msg":"token [token]"}'
	);
});

test('WITHOUT_VIDEO and WITHOUT_WEBKIT leave out the stories that need them', async () => {
	const list = (env: Record<string, string>) =>
		execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--list'], {
			env: { ...process.env, ...env },
			encoding: 'utf8'
		});

	expect(list({ WITHOUT_VIDEO: '' })).toContain('.livekit.test.ts');
	expect(list({ WITHOUT_VIDEO: '1' })).not.toContain('.livekit.test.ts');
	expect(list({ WITHOUT_WEBKIT: '' })).toContain('webkit.test.ts');
	expect(list({ WITHOUT_WEBKIT: '1' })).not.toContain('webkit.test.ts');
});

// one port of the built server: what the first byte and the address decide
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
const demo = JSON.parse(fs.readFileSync('/tmp/nghisu-demo.json', 'utf8'));
const port = 4105;
const lan = Object.values(os.networkInterfaces())
	.flat()
	.find(({ internal, family }) => !internal && family === 'IPv4').address;
const p = spawn(process.execPath, ['scripts/server.mjs'], {
	env: {
		...process.env,
		DATABASE_URL: demo.url,
		PORT: String(port),
		DATA: '/tmp/nghisu-data',
		DRAIN_MS: '500'
	},
	stdio: ['ignore', 'pipe', 'inherit']
});
await new Promise((done) => p.stdout.on('data', (d) => String(d).includes('ready') && done()));
const get = (from, host, path, more = {}) =>
	new Promise((done) =>
		from
			.request({ host, port, path, rejectUnauthorized: false, ...more }, (res) => {
				res.resume();
				done(`${res.statusCode} ${res.headers.location ?? res.headers['content-type'] ?? ''}`);
			})
			.on('error', (e) => done(e.code))
			.end()
	);
console.log('http  localhost /        ', await get(http, '127.0.0.1', '/'));
console.log('http  ::1       /        ', await get(http, '::1', '/'));
console.log('https localhost /        ', await get(https, '127.0.0.1', '/'));
console.log('https network   /        ', await get(https, lan, '/'));
const h2 = http2.connect(`https://${lan}:${port}`, { rejectUnauthorized: false });
console.log(
	'h2    network   /        ',
	await new Promise((done) =>
		h2
			.request({ ':path': '/' })
			.on('response', (h) => done(h[':status']))
			.end()
	)
);
h2.close();
console.log('http  network   /room?x=1', await get(http, lan, '/room?x=1'));
console.log('http  network   /ca      ', await get(http, lan, '/ca'), '|', await get(http, lan, '/ca.crt'));
console.log('http  network   stream   ', await get(http, lan, `/live/${demo.meeting}`));
console.log(
	'http  network   POST     ',
	await get(http, lan, `/live/${demo.meeting}/ballots`, {
		method: 'POST',
		headers: { origin: `http://${lan}:${port}` }
	})
);
console.log('http  network   odd host ', await get(http, lan, '/', { headers: { host: 'a b"<' } }));
console.log(
	'http  claims https       ',
	await get(http, lan, '/', { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' } })
);
const dies = (text) =>
	new Promise((done) => {
		const t = performance.now();
		const s = net.connect(port, '127.0.0.1', () => text && s.write(text));
		s.on('close', () => done(`${Math.round((performance.now() - t) / 1000)} s`)).on('error', () => {});
		s.resume();
		setTimeout(() => done('still open after 14 s'), 14_000);
	});
console.log('silent, half a TLS hello ', await Promise.all([dies(''), dies(Buffer.of(0x16, 3, 1))]));
console.log(
	'body of 2 MB unsigned    ',
	await new Promise((done) => {
		const r = http.request(
			{
				host: '127.0.0.1',
				port,
				path: `/meetings/${demo.meeting}/commands`,
				method: 'POST',
				headers: {
					origin: `http://127.0.0.1:${port}`,
					'content-type': 'application/json',
					host: `127.0.0.1:${port}`
				}
			},
			(res) => (res.resume(), done(res.statusCode))
		);
		r.on('error', (e) => done(e.code));
		r.end('x'.repeat(2e6));
	})
);
p.kill('SIGTERM');
console.log('exit', await new Promise((done) => p.on('exit', done)));
process.exit(0);

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import postgres from 'postgres';
const demo = JSON.parse(fs.readFileSync('/tmp/nghisu-demo.json', 'utf8'));
const wait = (ms) => new Promise((r) => setTimeout(r, ms));
const start = (port) =>
	new Promise((done) => {
		const p = spawn(process.execPath, ['scripts/server.mjs'], {
			env: {
				...process.env,
				DATABASE_URL: demo.url,
				PORT: String(port),
				DATA: '/tmp/nghisu-data',
				DRAIN_MS: '1000',
				RATE_PER_MINUTE: '100000'
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		p.stdout.on('data', (d) => {
			if (String(d).includes('ready')) done({ p, port });
			process.stdout.write(`[${port}] ${d}`);
		});
		p.stderr.on('data', (d) => process.stdout.write(`[${port}!] ${d}`));
		p.on('exit', (c, s) => console.log(`[${port}] exit`, c, s));
	});
function stream(port, person, query = '') {
	const s = { events: [], ended: false };
	const req = http.get(
		{
			host: '127.0.0.1',
			port,
			path: `/live/${demo.meeting}${query}`,
			headers: person ? { cookie: `sign-in=${person}` } : {}
		},
		(res) => {
			let rest = '';
			res.on('data', (d) => {
				rest += d;
				const blocks = rest.split('\n\n');
				rest = blocks.pop();
				for (const b of blocks) {
					const e = /^event: (.*)$/m.exec(b);
					if (e)
						s.events.push({
							t: performance.now(),
							event: e[1],
							data: JSON.parse(/^data: (.*)$/m.exec(b)[1])
						});
				}
			});
			res.on('close', () => (s.ended = true));
		}
	);
	req.on('error', () => (s.ended = true));
	s.close = () => req.destroy();
	s.last = () => Math.max(...s.events.filter((e) => e.data.seq).map((e) => e.data.seq));
	return s;
}
async function post(port, path, person, body) {
	const r = await fetch(`http://127.0.0.1:${port}${path}`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			origin: `http://127.0.0.1:${port}`,
			cookie: `sign-in=${person}`
		},
		body: JSON.stringify(body)
	});
	return { status: r.status, body: await r.json().catch(() => null) };
}
const command = (port, person, name, input = {}, id = randomUUID()) =>
	post(port, `/meetings/${demo.meeting}/commands`, person, { command: id, name, input });
const A = await start(4101),
	B = await start(4102);
const atB = stream(4102, demo.delegates[0]),
	atA = stream(4101, demo.delegates[1]),
	chairB = stream(4102, demo.chair),
	pub = stream(4102, null);
await wait(500);
console.log(
	'1 first bytes',
	atB.events.map((e) => e.event),
	'audiences',
	[atB, chairB, pub].map((s) => s.events[0].data.audience)
);
const lat = [];
for (let i = 2; i < 22; i++) {
	const t = performance.now();
	const n = atB.events.length;
	const r = await command(4101, demo.delegates[i], 'floor.requestToSpeak');
	const t2 = performance.now();
	while (atB.events.length === n) await wait(1);
	lat.push([t2 - t, atB.events.at(-1).t - t]);
	if (r.status !== 200) console.log(r);
}
lat.sort((a, b) => a[1] - b[1]);
console.log(
	'2 command at A: answered p50',
	lat[10][0].toFixed(1),
	'event at a stream of B p50',
	lat[10][1].toFixed(1),
	'max',
	lat.at(-1)[1].toFixed(1),
	'ms'
);
const id = randomUUID();
console.log(
	'3 same command id at A then B',
	(await command(4101, demo.delegates[30], 'floor.requestToSpeak', {}, id)).body,
	(await command(4102, demo.delegates[30], 'floor.requestToSpeak', {}, id)).body
);
const round = '01a20c5a-0000-7000-8000-' + String(Date.now()).slice(-12);
console.log('4 open', (await command(4101, demo.chair, 'voting.openRound', { round, secret: false })).body);
const tickStart = performance.now();
const casts = await Promise.all(
	demo.delegates.map((d, i) =>
		wait(i * 30).then(() =>
			post(i % 2 ? 4101 : 4102, `/live/${demo.meeting}/ballots`, d, {
				round,
				attempt: 1,
				choice: i % 3 ? 'approve' : 'disapprove'
			})
		)
	)
);
const took = (performance.now() - tickStart) / 1000;
await wait(600);
const ticks = chairB.events.filter((e) => e.event === 'pressed');
console.log(
	'5 ballots',
	casts.filter((c) => c.status === 200).length,
	'pressed at chair of B',
	ticks.at(-1)?.data.count,
	'notices',
	ticks.length,
	'in',
	took.toFixed(1),
	's; delegate heard pressed:',
	atB.events.some((e) => e.event === 'pressed')
);
console.log('6 close', (await command(4102, demo.chair, 'voting.closeRound', { round })).body);
await wait(200);
const closedFor = (s) => s.events.findLast((e) => e.event === 'told').data.event;
console.log('   told to chair', JSON.stringify(closedFor(chairB)).slice(0, 160));
console.log('   told to delegate', JSON.stringify(closedFor(atB)).slice(0, 160));
console.log('7 announce', (await command(4101, demo.chair, 'voting.announce', { round })).body);
await wait(200);
console.log('   public', JSON.stringify(closedFor(pub)).slice(0, 220));
const lastA = atA.last();
A.p.kill('SIGKILL');
await wait(200);
console.log('8 A killed; its stream ended', atA.ended);
console.log('   command at B', (await command(4102, demo.chair, 'floor.grantNext')).body);
await wait(100);
const back = stream(4102, demo.delegates[1], `?held=${lastA}.delegate`);
await wait(200);
console.log(
	'   moved to B',
	back.events.map((e) => e.event + ' ' + (e.data.seq ?? ''))
);
const admin = new URL(demo.url);
const owner = postgres({
	host: admin.searchParams.get('host'),
	port: 5432,
	user: 'postgres',
	database: 'nghisu_demo',
	max: 1
});
const killed =
	await owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'nghisu_demo' and query ilike 'listen%'`;
console.log('9 listening backend of B ended', killed.length);
const A2 = await start(4101);
const n = atB.events.length;
const t = performance.now();
console.log('   command at new A', (await command(4101, demo.chair, 'floor.grantNext')).body);
while (atB.events.length === n && performance.now() - t < 5000) await wait(5);
console.log('   event at B after', (performance.now() - t).toFixed(0), 'ms');
const me = await new Promise((done) =>
	http.get(
		{ host: '127.0.0.1', port: 4102, path: '/live/me', headers: { cookie: `sign-in=${demo.delegates[5]}` } },
		(res) => {
			res.on('data', (d) => String(d).includes('notice') && done(String(d)));
			setTimeout(
				() =>
					owner`insert into notices (id, person, kind, about) values (${randomUUID()}, ${demo.delegates[5]}, 'askedToSign', 'BB-07')`.then(
						() => 0
					),
				100
			);
			setTimeout(() => done('nothing'), 4000);
		}
	)
);
console.log('10 /live/me:', me.trim().replace(/\n/g, ' | '));
console.log(
	'11 without origin',
	(await fetch(`http://127.0.0.1:4102/live/${demo.meeting}/ballots`, { method: 'POST' })).status,
	'foreign origin on a route',
	(
		await fetch(`http://127.0.0.1:4102/meetings/${demo.meeting}/commands`, {
			method: 'POST',
			headers: { origin: 'http://evil.example' }
		})
	).status,
	'no sign-in',
	(await fetch(`http://127.0.0.1:4102/live/me`)).status
);
const h = await fetch(`http://127.0.0.1:4102/live/me`);
console.log(
	'   headers of a door',
	h.headers.get('x-content-type-options'),
	h.headers.get('cross-origin-opener-policy')
);
const t0 = performance.now();
B.p.kill('SIGTERM');
await new Promise((r) => B.p.on('exit', r));
console.log(
	'12 SIGTERM with',
	4,
	'streams:',
	(performance.now() - t0).toFixed(0),
	'ms; streams ended',
	[atB, chairB, pub, back].map((s) => s.ended)
);
A2.p.kill('SIGTERM');
await new Promise((r) => A2.p.on('exit', r));
await owner.end();
process.exit(0);

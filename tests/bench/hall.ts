// A hall votes: as many tablets as wanted, over the real doors of the built product, beside the floor of the same run.
// Figures, never judgements: what is too slow is for people to say.
import { randomUUID } from 'node:crypto';
import { allHeard, closeAgent, listen, post, type Ear } from './clients.ts';
import { ground, ms, percentiles, ratio, residentBytes, row, started } from './ground.ts';

const short = process.argv.includes('--short');
const tablets = 500;
const rounds = short ? 2 : 3; // a vote is decided once, and the hall plans three
const spreadMs = 1000;
const port = 20_000 + Math.floor(Math.random() * 10_000);
const floorPort = port + 100;

const { urls, folder, close } = await ground();
const { hall } = await import('../support/hall.ts');
const { client, db } = await import('#server/platform/db.ts');
const { sql } = await import('drizzle-orm');

console.log(
	`\nA hall of ${tablets} tablets, ${rounds} rounds; server, database and tablets share this machine's cores`
);
const h = await hall(tablets);
await h.open();
// signed in on the chair's device, and stepped up there for this sitting
await db.execute(
	sql`update sign_ins set stepped_up_at = now(), stepped_up_sitting = ${h.sitting} where person = ${h.cuong.person}`
);
const chair = `sign-in=${h.cuong.person}`;
const cookieOf = (at: number) => `sign-in=${h.delegate[at]?.person}`;

const env = {
	PORT: String(port),
	NGHISU_DATA: folder,
	DATABASE_URL: urls.application,
	DATABASE_OWNER_URL: ''
};
const product = await started(['scripts/serve.ts', '--drain', '200'], env, 'ready on port');
const floor = await started(['tests/bench/floor.ts', String(floorPort), urls.owner], {}, 'floor ready');
const command = (name: string, input: object) =>
	post(port, `/meetings/${h.meeting}/commands`, chair, { command: randomUUID(), name, input });
const must = async (asked: ReturnType<typeof command>) => {
	const answer = await asked;
	if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
	return answer;
};

const before = residentBytes(product.pid ?? 0);
const ears: Ear[] = [];
for (let at = 0; at < tablets; at++)
	ears.push(await listen(port, `/live/${h.meeting}?as=delegate`, cookieOf(at)));
await new Promise((resolve) => setTimeout(resolve, 1000));
const perStream = (residentBytes(product.pid ?? 0) - before) / tablets;
const plain: Ear[] = [];
for (let at = 0; at < tablets; at++) plain.push(await listen(floorPort + 1, null, ''));

const opened: number[] = [];
const closed: number[] = [];
const acknowledged: number[] = [];
const written: number[] = [];
const inserted: number[] = [];
let opening = 0;
const spread = () => new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMs));

for (let n = 0; n < rounds; n++) {
	if (n > 0) {
		await must(command('meetings.endItem', {}));
		await must(command('meetings.startItem', { item: h.items[n]?.id }));
	}
	const round = randomUUID();
	for (const ear of [...ears, ...plain]) ear.forget();
	const began = performance.now();
	await must(command('voting.openRound', { round, vote: h.items[n]?.votes[0]?.id }));
	opening += performance.now() - began;
	opened.push(...(await allHeard(ears, 'voting.roundOpened', began)));
	const answers = await Promise.all(
		h.delegate.map(async (_, at) => {
			await spread();
			const ballot = { round, attempt: 1, choice: 'approve' };
			return post(port, `/live/${h.meeting}/ballots`, cookieOf(at), ballot);
		})
	);
	const lost = answers.find(({ status }) => status !== 200);
	if (lost) throw new Error(`a ballot was not taken: ${lost.status} ${lost.body}`);
	acknowledged.push(...answers.map(({ took }) => took));
	const closing = performance.now();
	await must(command('voting.closeRound', { round }));
	closed.push(...(await allHeard(ears, 'voting.roundClosed', closing)));
	await must(command('voting.announce', { round }));
	await allHeard(ears, 'voting.announced', closing);

	const bytes = `id: 99.delegate\nevent: told\ndata: {"event":"voting.roundOpened","fill":"${'x'.repeat(700)}"}\n\n`;
	const wrote = performance.now();
	await post(floorPort, '/write', '', bytes);
	written.push(...(await allHeard(plain, 'voting.roundOpened', wrote)));
	const stored = await Promise.all(
		h.delegate.map(async ({ person }) => {
			await spread();
			return post(floorPort, '/ballots', '', { round, choice: 'approve', voter: `${person} ${round}` });
		})
	);
	inserted.push(...stored.map(({ took }) => took));
}
const [shown, ack, ended] = [percentiles(opened), percentiles(acknowledged), percentiles(closed)];
const [write, insert] = [percentiles(written), percentiles(inserted)];
row('open pressed to shown on every tablet', shown);
row('  floor: plain socket writes', write);
row(`ballot to acknowledged (spread over ${spreadMs} ms)`, ack);
row('  floor: plain HTTP, multi-row inserts', insert);
row('close pressed to shown on every tablet', ended);
ratio('open to shown, p50', shown.p50, write.p50);
ratio('open to shown, p99', shown.p99, write.p99);
ratio('ballot to acknowledged, p50', ack.p50, insert.p50);
ratio('ballot to acknowledged, p99', ack.p99, insert.p99);
ratio('close to shown, p50', ended.p50, write.p50);
console.log(
	`  the command itself (rule, journal, disk)     ${ms(opening / rounds)} on average, part of open to shown`
);
console.log(`  memory per stream                            ${(perStream / 1024).toFixed(1)} KiB`);

for (const ear of [...ears, ...plain]) ear.close();
closeAgent();
for (const child of [product, floor]) child.kill('SIGTERM');
await client.end();
await close();
process.exit(0);

// A hall votes: as many tablets as wanted, over the real doors of the built product, beside the floor of the same run.
// Figures, never judgements: what is too slow is for people to say.
import { randomUUID } from 'node:crypto';
import { allHeard, closeAgent, listen, post, type Ear } from './clients.ts';
import { ground, percentiles, ratio, residentBytes, row, started } from './ground.ts';

const short = process.argv.includes('--short');
const tablets = 500;
const rounds = short ? 5 : 12; // and one before, which warms the process up as the first vote of a morning does
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
const h = await hall(tablets, { more: rounds });
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

type Times = { opened: number[]; closed: number[]; acknowledged: number[]; commands: number[] };
const first: Times = { opened: [], closed: [], acknowledged: [], commands: [] };
const warm: Times = { opened: [], closed: [], acknowledged: [], commands: [] };
const written: number[] = [];
const inserted: number[] = [];
const spread = () => new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMs));

for (const [n, vote] of (h.items[0]?.votes ?? []).entries()) {
	const times = n === 0 ? first : warm;
	const round = randomUUID();
	for (const ear of [...ears, ...plain]) ear.forget();
	const began = performance.now();
	await must(command('voting.openRound', { round, vote: vote.id }));
	times.commands.push(performance.now() - began);
	times.opened.push(...(await allHeard(ears, 'voting.roundOpened', began)));
	const answers = await Promise.all(
		h.delegate.map(async (_, at) => {
			await spread();
			const ballot = { round, attempt: 1, choice: 'approve' };
			return post(port, `/live/${h.meeting}/ballots`, cookieOf(at), ballot);
		})
	);
	const lost = answers.find(({ status }) => status !== 200);
	if (lost) throw new Error(`a ballot was not taken: ${lost.status} ${lost.body}`);
	times.acknowledged.push(...answers.map(({ took }) => took));
	const closing = performance.now();
	await must(command('voting.closeRound', { round }));
	times.closed.push(...(await allHeard(ears, 'voting.roundClosed', closing)));
	await must(command('voting.announce', { round }));
	await allHeard(ears, 'voting.announced', closing);

	const bytes = `id: 99.delegate\nevent: told\ndata: {"event":"voting.roundOpened","fill":"${'x'.repeat(700)}"}\n\n`;
	const wrote = performance.now();
	await post(floorPort, '/write', '', bytes);
	const shown = await allHeard(plain, 'voting.roundOpened', wrote);
	if (n > 0) written.push(...shown);
	const stored = await Promise.all(
		h.delegate.map(async ({ person }) => {
			await spread();
			return post(floorPort, '/ballots', '', { round, choice: 'approve', voter: `${person} ${round}` });
		})
	);
	if (n > 0) inserted.push(...stored.map(({ took }) => took));
}
const [write, insert] = [percentiles(written), percentiles(inserted)];
function print(what: string, { opened, closed, acknowledged, commands }: Times) {
	const [shown, ack, ended] = [percentiles(opened), percentiles(acknowledged), percentiles(closed)];
	console.log(`\n${what}`);
	row('open pressed to shown on every tablet', shown);
	row('  of it the command: rule, journal, disk', percentiles(commands));
	row(`ballot to acknowledged (within ${spreadMs} ms)`, ack);
	row('close pressed to shown on every tablet', ended);
	ratio('open to shown', shown, write);
	ratio('ballot to acknowledged', ack, insert);
	ratio('close to shown', ended, write);
}
console.log('\nThe floor of this run');
row('plain socket writes of the same bytes', write);
row('plain HTTP, multi-row inserts of the same rows', insert);
print(`${rounds} votes of a process that has held one (goal: at most 2.5 times the floor)`, warm);
print('The first vote of a process just started', first);
console.log(`\n  memory per stream ${(perStream / 1024).toFixed(1)} KiB`);

for (const ear of [...ears, ...plain]) ear.close();
closeAgent();
for (const child of [product, floor]) child.kill('SIGTERM');
await client.end();
await close();
process.exit(0);

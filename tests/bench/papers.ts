// Papers: whole ones of 5 MB through the door beside a plain server of Node that pipes the same file, while twenty readers
// are slow; and the first page of one with 120 pages in a browser, cold and again. `--short` in less time.
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import type { PaperRef } from '#domain/meetings/agenda.ts';
import { layGround } from '../support/ground.ts';
import { longPdf } from '../support/long-pdf.ts';
import { startProduct } from '../support/product.ts';
import { sessionOf } from '../support/session.ts';
import { coreMs, percentiles, row, started } from './ground.ts';

const short = process.argv.includes('--short');
const [requests, rounds, visits] = short ? [40, 7, 3] : [80, 15, 7];
const [atOnce, slowReaders, goal] = [4, 20, 0.9];
const slowly = { bytes: 64 * 1024, everyMs: 100 };
const mega = 1024 * 1024;

const takeAway = await layGround();
const product = await startProduct('opened');
const session = await sessionOf(product);
const cookie = await session.cookieOf('db04');
const papers = session.draft.agenda.flatMap((item) => item.papers);
const five = laid(papers[1], longPdf({ pages: 12, bytesPerPage: 436_000 }));
const long = laid(papers[2], longPdf({ pages: 120, bytesPerPage: 43_000 }));

await throughput();
await firstPages();
await session.end();
await product.close();
await takeAway();
process.exit(0);

/** Other bytes where a paper of the demo lies: the door sends what is there. */
function laid(paper: PaperRef | undefined, bytes: Uint8Array) {
	if (!paper) throw new Error('the session has its papers');
	const file = path.join(product.dataFolder, 'files', paper.hash.slice(0, 2), paper.hash.slice(2));
	fs.writeFileSync(file, bytes);
	const page = `/meetings/${session.meeting}/papers/${paper.paper}`;
	return { file, page, address: `${page}/${paper.version}/file`, sizeBytes: bytes.length };
}

type Server = { readonly port: number; readonly path: string; readonly pid: number };
type Round = { readonly megabytesPerSecond: number; readonly coreMsPerMegabyte: number };

/** The two take turns, round by round: what else the machine does meanwhile meets both. */
async function throughput() {
	const port = product.port + 1;
	const plain = await started(['tests/bench/plain-file.ts', five.file, String(port)], {}, 'plain ready');
	const door: Server = { port: product.port, path: five.address, pid: product.pid };
	const floor: Server = { port, path: '/', pid: plain.pid ?? 0 };
	for (const server of [door, floor]) await rate(server, 20); // nothing is compiled yet
	const ours: Round[] = [];
	const theirs: Round[] = [];
	for (let round = 0; round < rounds; round++) {
		theirs.push(await besideSlowReaders(floor));
		ours.push(await besideSlowReaders(door));
	}
	plain.kill();
	console.log(
		`\nPapers of ${(five.sizeBytes / mega).toFixed(1)} MB, ${atOnce} at once, beside ${slowReaders} slow readers`
	);
	say('through the door, rights asked each time', ours);
	say('plain Node, the file piped', theirs);
	const parts = ours.map(
		(one, at) => one.megabytesPerSecond / (theirs[at]?.megabytesPerSecond ?? Number.NaN)
	);
	console.log(`  ${median(parts).toFixed(2)} of the floor, round by round (goal: ${goal})`);
}

function say(what: string, all: readonly Round[]) {
	const rate = median(all.map((one) => one.megabytesPerSecond)).toFixed(0);
	const cores = median(all.map((one) => one.coreMsPerMegabyte)).toFixed(2);
	console.log(`  ${what.padEnd(48)} ${rate.padStart(4)} MB/s, ${cores} ms of a core each MB`);
}

async function besideSlowReaders(server: Server): Promise<Round> {
	const slow = Array.from({ length: slowReaders }, () => slowReader(server));
	const before = coreMs(server.pid);
	const { bytes, seconds } = await rate(server, requests);
	const spent = coreMs(server.pid) - before;
	for (const leave of slow) leave();
	return { megabytesPerSecond: bytes / mega / seconds, coreMsPerMegabyte: spent / (bytes / mega) };
}

function median(figures: readonly number[]) {
	return percentiles(figures).p50;
}
function asked({ port, path }: Server, agent: http.Agent | false) {
	return { host: '127.0.0.1', port, path, agent, headers: { cookie, host: `localhost:${port}` } };
}

/** Fetches the whole so often, some at once. */
async function rate(server: Server, count: number) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
	let [left, bytes] = [count, 0];
	const from = performance.now();
	const work = async () => {
		while (left-- > 0) bytes += await whole(server, agent);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	agent.destroy();
	return { bytes, seconds: (performance.now() - from) / 1000 };
}
function whole(server: Server, agent: http.Agent) {
	return new Promise<number>((resolve, reject) => {
		http
			.get(asked(server, agent), (res) => {
				let bytes = 0;
				if (res.statusCode !== 200) reject(new Error(`answered with ${res.statusCode}`));
				res.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('end', () => resolve(bytes));
			})
			.on('error', reject);
	});
}

/** Takes a little at a time; the answer is how it leaves. */
function slowReader(server: Server): () => void {
	const req = http.get(asked(server, false), (res) => {
		res.on('error', () => {});
		const reading = setInterval(() => res.read(slowly.bytes), slowly.everyMs);
		res.on('close', () => clearInterval(reading));
	});
	req.on('error', () => {});
	return () => void req.destroy();
}

async function firstPages() {
	const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
	const [cold, again]: [number[], number[]] = [[], []];
	for (let visit = 0; visit < visits; visit++) {
		const context = await reader(browser);
		cold.push(await untilDrawn(context));
		again.push(await untilDrawn(context));
		await context.close();
	}
	console.log(
		`\nThe first page of a paper of 120 pages, ${(long.sizeBytes / mega).toFixed(1)} MB, in Chromium`
	);
	row('nothing kept', percentiles(cold));
	row('opened again', percentiles(again));
	await sayJavascript(await reader(browser));
	await browser.close();
}

async function reader(browser: Browser): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width: 1180, height: 820 } });
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: `http://localhost:${product.port}` }]);
	return context;
}
async function untilDrawn(context: BrowserContext): Promise<number> {
	const page = await context.newPage();
	const from = performance.now();
	await page.goto(`http://localhost:${product.port}${long.page}`, { waitUntil: 'commit' });
	await page.locator('.leaf[data-drawn]').first().waitFor();
	const tookMs = performance.now() - from;
	await page.close();
	return tookMs;
}

/** What the reader's screen fetches, and what of it is pdf.js, which no other screen asks for. */
async function sayJavascript(context: BrowserContext) {
	const page = await context.newPage();
	const scripts: { readonly own: boolean; readonly bytes: number }[] = [];
	const coming: Promise<unknown>[] = [];
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!/[.]m?js$/.test(pathname)) return;
		const sized = response.body().then((body) => {
			const own = !/pdf[.]worker|GlobalWorkerOptions/.test(pathname + body.toString('latin1'));
			scripts.push({ own, bytes: zlib.brotliCompressSync(body).length });
		});
		coming.push(sized);
	});
	await page.goto(`http://localhost:${product.port}${long.page}`);
	await page.locator('.leaf[data-drawn]').first().waitFor();
	await Promise.all(coming);
	const sum = (own: boolean) =>
		(scripts.filter((one) => one.own === own).reduce((all, { bytes }) => all + bytes, 0) / 1024).toFixed(1);
	console.log(
		`\nThe reader's screen, brotli: ${sum(true)} KB of the product, ${sum(false)} KB of pdf.js and its worker`
	);
}

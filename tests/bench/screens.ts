// The JavaScript of each screen, as browsers are sent it (brotli). At once: every module that the page imports before it
// works. Later: what it fetched afterwards by itself until it was at rest, workers included.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { atWork, meetingOf } from '../support/at-work.ts';
import { layGround } from '../support/ground.ts';
import { startProduct } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { openBrowser } from './browser.ts';
import { pairHall } from './pairing.ts';

const goal = 80;
const restMs = 1_000;
const takeAway = await layGround();
process.env.XDG_CACHE_HOME ||= path.join(os.homedir(), '.cache'); // the video server stays where it is
const product = await startProduct('voteOpen', { video: true });
const browser = await openBrowser();
const meeting = await meetingOf(product);
const at = (part: string) => `/meetings/${meeting}/${part}`;
const anybody = product.caller();
const texts = new Map<string, Promise<string>>();

console.log('\nJavaScript of each screen, KB in brotli: at once, and later by itself');
await lookAt(await browser.newContext(), [['sign in', '/sign-in?account']]);
await lookAs('db04', [
	['a delegate in session, a vote open', at('session')],
	['Today', '/'],
	['the meeting', `/meetings/${meeting}`],
	['Quét mã', at('scan')],
	['tasks', '/tasks']
]);
await lookAs('db04', [['the reader', await paperOf()]]);
await lookAs('ha', [
	['the console', at('console')],
	['the wall of pictures', at('room')],
	['prepare: agenda', at('prepare/agenda')],
	['prepare: people', at('prepare/people')],
	['prepare: papers', at('prepare/papers')],
	['records', at('records')],
	['the sheet of codes', at('sheet')]
]);
await lookAs('db01', [['the chair', at('chair')]]);
await lookAs('thkt', [['a bridge point', at('point')]]);
await hall();
await browser.close();
await product.close();
await takeAway();
process.exit(0);

type Screen = readonly [name: string, path: string];
async function lookAs(who: string, screens: readonly Screen[]) {
	const page = await atWork(browser, product, who, 'tablet');
	await lookAt(page.context(), screens);
}
async function lookAt(context: BrowserContext, screens: readonly Screen[]) {
	for (const [name, path] of screens) await sayOf(name, await opened(await context.newPage(), path));
	await context.close();
}
/** A wall has its screen by a code; then it is opened anew as it is after a power cut. */
async function hall() {
	const console = await atWork(browser, product, 'ha', 'laptop');
	await console.goto(product.origin + at('console'));
	const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
	await pairHall(wall, console, product.origin);
	await sayOf('the hall', await opened(await wall.context().newPage(), new URL(wall.url()).pathname));
}

/** The first paper of the agenda. */
async function paperOf(): Promise<string> {
	const cast = new Cast(browser, product);
	cast.meeting = meeting;
	const [paper] = (await cast.live()).meeting.agenda.flatMap(({ papers }) => papers);
	if (!paper) throw new Error('the session has its papers');
	return at(`papers/${paper.paper}`);
}

type Fetched = { readonly atOnce: ReadonlySet<string>; readonly all: ReadonlySet<string> };
async function opened(page: Page, path: string): Promise<Fetched> {
	const all = new Set<string>();
	page.context().on('response', (response) => {
		const { pathname, protocol } = new URL(response.url());
		if (protocol !== 'blob:' && /\.m?js$/.test(pathname)) all.add(pathname);
	});
	const answer = await page.goto(product.origin + path);
	if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
	const html = await answer.text();
	await atRest(page, all);
	const named = [...html.matchAll(/(?:import\(|href=)"([^"]+\.js)"/g)].map(([, url]) => url ?? '');
	const linked = [...(answer.headers().link ?? '').matchAll(/<([^>]+\.js)>/g)].map(([, url]) => url ?? '');
	const atOnce = new Set<string>();
	for (const url of [...named, ...linked]) await follow(new URL(url, page.url()).pathname, atOnce);
	await page.close();
	return { atOnce, all };
}
/** Until nothing more has come for a second. */
async function atRest(page: Page, all: ReadonlySet<string>) {
	for (let before = -1; before !== all.size;) {
		before = all.size;
		await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), restMs);
	}
	await expect(page.locator('body')).toBeVisible();
}

/** A module and what it imports by itself. */
async function follow(path: string, found: Set<string>): Promise<void> {
	if (found.has(path)) return;
	found.add(path);
	const text = await textOf(path);
	for (const [, to = ''] of text.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g))
		await follow(new URL(to, `https://x${path}`).pathname, found);
}
function textOf(path: string): Promise<string> {
	const known = texts.get(path) ?? anybody.get(path).then(({ text }) => text);
	texts.set(path, known);
	return known;
}

async function sayOf(name: string, { atOnce, all }: Fetched) {
	const later = [...all].filter((path) => !atOnce.has(path));
	const [first, rest] = [await sum([...atOnce]), await sum(later)];
	const wish = name.startsWith('a delegate in session') ? `  (goal: ${goal})` : '';
	console.log(`  ${name.padEnd(40)}${first.toFixed(1).padStart(7)}${rest.toFixed(1).padStart(8)}${wish}`);
}
async function sum(paths: readonly string[]): Promise<number> {
	const all = await Promise.all(paths.map(textOf));
	return all.reduce((bytes, text) => bytes + zlib.brotliCompressSync(text).length, 0) / 1024;
}

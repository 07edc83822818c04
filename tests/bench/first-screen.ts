// The JavaScript that a delegate's first screen in session needs before it works: every module that the page imports at
// once, as it is sent compressed. What is fetched later (a paper, a dialog) is not in it.
import zlib from 'node:zlib';
import { startProduct } from '../support/product.ts';
import { layGround } from '../support/ground.ts';
import { sessionOf } from '../support/session.ts';

const goal = 80;
const takeAway = await layGround();
const product = await startProduct('opened');
const session = await sessionOf(product);
const caller = product.caller();
const cookie = await session.cookieOf('db04');
const get = (path: string) => caller.send(path, { headers: { cookie } });

const page = await get(`/meetings/${session.meeting}/session`);
if (page.status !== 200) throw new Error(`the delegate's screen answers ${page.status}`);
const preloaded = [...String(page.headers.link ?? '').matchAll(/<([^>]+\.js)>/g)].map(([, url]) => url ?? '');
const named = [...page.text.matchAll(/(?:import\(|href=)"([^"]+\.js)"/g)].map(([, url]) => url ?? '');
const entry = new Set(
	[...preloaded, ...named].map(
		(url) => new URL(url, `${product.origin}/meetings/${session.meeting}/session`).pathname
	)
);

const texts = new Map<string, string>();
async function follow(path: string): Promise<void> {
	if (texts.has(path)) return;
	texts.set(path, '');
	const { text } = await get(path);
	texts.set(path, text);
	const imports = [...text.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g)].map(([, to]) => to ?? '');
	for (const to of imports) await follow(new URL(to, `https://x${path}`).pathname);
}
for (const path of entry) await follow(path);

const sizes = [...texts].map(
	([path, text]) => [path, zlib.gzipSync(text).length, zlib.brotliCompressSync(text).length] as const
);
const sum = (at: 1 | 2) => sizes.reduce((total, row) => total + row[at], 0) / 1024;
console.log(`\nThe delegate's first screen in session: ${sizes.length} modules`);
console.log(`  brotli, as browsers are sent it  ${sum(2).toFixed(1)} KB (goal: at most ${goal} KB)`);
console.log(`  gzip                             ${sum(1).toFixed(1)} KB`);
for (const [path, , size] of [...sizes].sort((a, b) => b[2] - a[2]).slice(0, 6))
	console.log(`    ${(size / 1024).toFixed(1).padStart(6)} KB  ${path.split('/').slice(-2).join('/')}`);
await session.end();
await product.close();
await takeAway();
process.exit(0);

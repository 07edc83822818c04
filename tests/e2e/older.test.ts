// The browser floor is two years: a delegate reads and votes where everything that browsers learned since the autumn of 2024
// is taken away, in the page and in its workers.
import { expect, test, type BrowserContext } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { meetingOf, signInByPassword } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { openVote, stepUp, takeUp } from '../support/voting-hall.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('opened')));
test.afterAll(() => product.close());

/** What Safari 18.0, Chromium 130 or Firefox 132 do not have. */
const takeAway = `
	for (const name of ['requestIdleCallback', 'Iterator', 'Float16Array']) delete globalThis[name];
	for (const [owner, ...names] of [
		[Promise, 'try'], [RegExp, 'escape'], [Error, 'isError'], [Math, 'sumPrecise', 'f16round'],
		[Uint8Array, 'fromBase64', 'fromHex'],
		[Uint8Array.prototype, 'toBase64', 'toHex', 'setFromBase64', 'setFromHex'],
		[Map.prototype, 'getOrInsert', 'getOrInsertComputed'],
		[WeakMap.prototype, 'getOrInsert', 'getOrInsertComputed'],
		[Response.prototype, 'bytes'], [Blob.prototype, 'bytes'],
		[ReadableStream.prototype, 'values', Symbol.asyncIterator],
		[Object.getPrototypeOf(Object.getPrototypeOf([].values())), 'map', 'filter', 'take', 'drop', 'flatMap',
			'reduce', 'toArray', 'forEach', 'some', 'every', 'find']
	]) for (const name of names) delete owner[name];
`;

async function grownOld(context: BrowserContext) {
	await context.addInitScript({ content: takeAway });
	await context.route(/worker.*\.m?js$/, (route) => {
		const worker = path.join('build/client', new URL(route.request().url()).pathname);
		const body = takeAway + fs.readFileSync(worker, 'utf8');
		return route.fulfill({ contentType: 'text/javascript', body });
	});
}

test('a browser of two years ago reads a paper and votes', async ({ browser, context, page }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	await takeUp(cast, 3);
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	await grownOld(context);
	await signInByPassword(page, product, 'db21', `/meetings/${cast.meeting}/session`);

	await page.getByRole('link', { name: '405/BC-UBND' }).click();
	await expect(page.locator('[data-drawn] canvas').first()).toBeVisible();

	const round = await openVote(cast, await takeUp(cast, 2), 'V01');
	await expect(page.getByText('Sắp chạm được').first()).toBeHidden();
	await page.getByRole('radio', { name: /^Tán thành/ }).click();
	await expect(page.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
	await cast.command('db01', 'voting.closeRound', { round });
	await cast.command('db01', 'voting.announce', { round });
	await expect(page.getByText('trên 60 đại biểu tán thành')).toBeVisible();
	expect(faults).toEqual([]);
	await cast.close();
});

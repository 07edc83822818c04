// The screens of those who conduct and prepare, in English and in the largest text: nothing is wider than the screen, and no
// words are cut on what one presses.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { textCookie } from '#lib/appearance.ts';
import { atWork, meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { sizes, type Size } from './states.ts';

async function reader(browser: Browser, product: Product, who: string): Promise<Page> {
	const page = await atWork(browser, product, who);
	await page.context().addCookies([
		{ name: textCookie, value: 'larger', url: product.origin },
		{ name: 'PARAGLIDE_LOCALE', value: 'en', url: product.origin }
	]);
	return page;
}
/** Words that are wider than what one presses to act on them, or higher; and what lies partly beside the screen. */
const cut = (page: Page) =>
	page.locator('button:visible, a.btn:visible, [role=radio]:visible').evaluateAll((all) =>
		all
			.filter((one) => {
				const isCut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
				return isCut || one.getBoundingClientRect().right > innerWidth + 1;
			})
			.filter((one) => !one.closest('.vh'))
			.map((one) => one.textContent?.trim() ?? '')
	);
const tooWide = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

async function fits(page: Page, name: string, at: readonly Size[]) {
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('data-text', 'larger');
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
	for (const size of at) {
		await page.setViewportSize(sizes[size]);
		expect.soft(await tooWide(page), `${name} at ${size} is wider than the screen`).toBe(false);
		expect.soft(await cut(page), `${name} at ${size} cuts words`).toEqual([]);
		if (process.env.NGHISU_SHOTS !== undefined)
			await page.screenshot({ path: test.info().outputPath(`${name}-${size}.png`) });
	}
}
const desk: readonly Size[] = ['laptop', 'small'];
const hand: readonly Size[] = ['tablet', 'upright', 'phone'];

test('while a vote is open, at every screen of the meeting', async ({ browser }) => {
	const product = await startProduct('voteOpen');
	const meeting = await meetingOf(product);
	const screens = [
		['ha', '', desk],
		['ha', 'meetings', desk],
		['ha', `meetings/${meeting}`, desk],
		['ha', `meetings/${meeting}/console`, [...desk, 'upright']],
		['db10', `meetings/${meeting}/console`, desk],
		['db01', `meetings/${meeting}/chair`, hand],
		['db01', `meetings/${meeting}`, hand],
		['ha', `meetings/${meeting}/sheet`, desk],
		['db04', 'scan', hand],
		['db04', '', hand]
	] as const;
	for (const [who, path, at] of screens) {
		const page = await reader(browser, product, who);
		await page.goto(`${product.origin}/${path}`);
		await fits(page, `${who} ${path.replace(meeting, '').replaceAll('/', ' ')}`, at);
		await page.context().close();
	}
	await product.close();
});

test('preparing, and the records', async ({ browser }) => {
	const product = await startProduct('ended');
	const meeting = await meetingOf(product);
	const page = await reader(browser, product, 'ha');
	for (const step of ['agenda', 'papers', 'people']) {
		await page.goto(`${product.origin}/meetings/${meeting}/prepare/${step}`);
		await fits(page, step, [...desk, 'tablet']);
	}
	await page.goto(`${product.origin}/meetings/new`);
	await fits(page, 'new', desk);
	await page.getByLabel('Title of the session').fill('A session to be prepared');
	await page.getByLabel('Date').fill('2026-12-09');
	await page.getByLabel('Place').fill('Hội trường HĐND tỉnh');
	await page.getByRole('button', { name: 'Make the session' }).click();
	await expect(page).toHaveURL(/prepare\/agenda$/);
	await fits(page, 'draft', [...desk, 'tablet']);
	await page.getByRole('link', { name: 'Edit the sittings' }).click();
	await expect(page).toHaveURL(/sittings$/);
	await fits(page, 'sittings', [...desk, 'tablet']);
	await page.goBack();
	await page.getByRole('link', { name: 'Add an item' }).click();
	await expect(page).toHaveURL(/agenda\/new$/);
	await fits(page, 'item', [...desk, 'tablet']);
	await page.goto(`${product.origin}/meetings/${meeting}/records`);
	await fits(page, 'records', [...desk, 'phone']);
	for (const at of [0, 1]) {
		await page.goto(`${product.origin}/meetings/${meeting}/records`);
		await page.getByRole('main').getByRole('listitem').getByRole('link').nth(at).click();
		await expect(page).toHaveURL(/records\/.+/);
		await fits(page, `record ${at}`, [...desk, 'tablet', 'phone']);
	}
	await page.context().close();
	await product.close();
});

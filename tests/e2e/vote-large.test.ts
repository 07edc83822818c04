// A vote with a long question as somebody sees it who reads in the largest text, first in Vietnamese and then in English: on
// every device the three buttons stay whole, and the result can be read to its end.
import { expect, test, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { stepUp } from '../support/voting-hall.ts';
import { sizes } from './states.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('voteOpen')));
test.afterAll(() => product.close());

/** Has not pressed yet. */
const reader = 'db50';
const held = [sizes.phone, sizes.upright, sizes.tablet];
const leastHeight = 72;

async function choose(page: Page, account: RegExp, option: string) {
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: account }).click();
	await page.getByRole('menuitemradio', { name: option }).click();
}

/** Each button is large enough, holds its words, and begins after the one before. */
async function buttonsAreWhole(page: Page) {
	for (const size of held) {
		await page.setViewportSize(size);
		const radios = await page.getByRole('radio').all();
		expect(radios).toHaveLength(3);
		for (const radio of radios) {
			await expect(radio).toBeInViewport({ ratio: 0.99 });
			const [inner, outer] = await radio.evaluate((one) => [one.scrollHeight, one.clientHeight]);
			expect(outer).toBeGreaterThanOrEqual(Math.max(leastHeight - 6, inner ?? 0));
		}
		const [words, vote] = [page.locator('.ballot h1'), page.locator('.votes')];
		const [above, below] = [await words.boundingBox(), await vote.boundingBox()];
		expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
	}
}

/** The last fact can be read above the button that closes the result, which never leaves the screen. */
async function resultIsWhole(page: Page) {
	for (const size of held) {
		await page.setViewportSize(size);
		const [last, close] = [
			page.getByText(/^These rules have not been confirmed/),
			page.locator('.announced footer')
		];
		await last.scrollIntoViewIfNeeded();
		const [fact, foot] = [await last.boundingBox(), await close.boundingBox()];
		expect((fact?.y ?? 0) + (fact?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
		await expect(page.getByRole('button', { name: 'Close the result' })).toBeInViewport({ ratio: 0.99 });
	}
}

test('a vote is whole in the largest text, in both languages and at every size', async ({ browser }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	const page = await cast.page(reader);
	await page.goto(`${product.origin}/meetings/${cast.meeting}/session`);
	await expect(page.getByRole('radio')).toHaveCount(3);

	await test.step('in Vietnamese', async () => {
		await choose(page, /tài khoản:/, 'Rất lớn');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Biểu quyết ngay' }).click();
		await buttonsAreWhole(page);
	});

	await test.step('in English, and pressed', async () => {
		await choose(page, /tài khoản:/, 'English');
		await expect(page.getByRole('radio', { name: /^Approve/ })).toBeVisible();
		await expect(page.getByText('Ready in a moment').first()).toBeHidden();
		await buttonsAreWhole(page);
		await page.getByRole('radio', { name: /^Approve/ }).click();
		await expect(page.getByText('Recorded: Approve')).toBeVisible();
		await buttonsAreWhole(page);
	});

	await test.step('the result, to its end', async () => {
		const round = (await cast.live()).rounds.at(-1)?.id;
		await cast.command('db01', 'voting.closeRound', { round });
		await cast.command('db01', 'voting.announce', { round });
		await expect(page.getByText('of 60 delegates approve')).toBeVisible();
		await resultIsWhole(page);
	});
	await cast.close();
});

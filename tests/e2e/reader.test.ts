// A delegate reads while the session goes on: finds words, votes over the page and has it back, comes back to it after a
// reload. A secretary reads a paper of a hundred and twenty pages before its session is called, over a line that breaks.
import { expect, test, type Page } from '@playwright/test';
import type { RoundId } from '#domain/journal/ids.ts';
import { meetingOf } from '../support/at-work.ts';
import * as agenda from '../support/demo/agenda.ts';
import { longPdf } from '../support/long-pdf.ts';
import { addFile, addItem, makeMeeting, step } from '../support/preparing.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { openVote, stepUp, takeUp } from '../support/voting-hall.ts';
import { shows } from './shows.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('opened')));
test.afterAll(() => product.close());

const [chair, toan, thinh] = ['db01', 'db04', 'db21'];
const fewMs = 30_000;
const sheet = (page: Page, number: number, count: number) =>
	page.getByRole('region', { name: `Trang ${number} trên ${count}`, exact: true });
const pages = (page: Page) => page.getByRole('region', { name: 'Các trang của tài liệu' });
const number = (page: Page) => page.getByLabel('Số trang');
const topOf = (page: Page) => pages(page).evaluate(({ scrollTop }) => scrollTop);
const drawn = (page: Page, at: number, count: number) =>
	expect(sheet(page, at, count)).toHaveAttribute('data-drawn');

async function find(page: Page, typed: string) {
	await expect(page.locator('[data-drawn]').first()).toBeVisible();
	await page.keyboard.press('Control+f');
	await page.getByRole('searchbox').fill(typed);
}
async function goTo(page: Page, to: number) {
	await number(page).fill(String(to));
	await number(page).press('Enter');
}
async function openPaper(page: Page, item: number, symbol: string) {
	const { title = '' } = agenda.items[item - 1] ?? {};
	await page.getByRole('button', { name: new RegExp(`^\\S*\\s*${title.slice(0, 20)}`) }).click();
	await page.getByRole('link', { name: symbol }).click();
	await expect(page).toHaveURL(/\/papers\//);
}

test('a paper is read, searched, and given back after a vote', shows(64), async ({ browser }) => {
	test.slow(); // four states in two themes at up to three sizes
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	const session = `${product.origin}/meetings/${cast.meeting}/session`;
	const tablet = await cast.page(toan);
	const more = async (round: RoundId) => {
		const until = (await cast.live()).rounds.at(-1)?.until ?? 0;
		if (until - Date.now() < fewMs) await cast.command(chair, 'voting.extendTime', { round });
	};

	await test.step('it opens from the agenda, and words are found without marks', async () => {
		await tablet.goto(session);
		await openPaper(tablet, 3, '405/BC-UBND');
		await drawn(tablet, 1, 16);
		await find(tablet, 'duong truyen');
		await expect(tablet.getByText('1 chỗ trong 1 trang.')).toBeVisible();
		await expect(sheet(tablet, 9, 16).locator('mark')).toHaveText('đường truyền');
		await expect(sheet(tablet, 9, 16).locator('mark')).toBeInViewport();
		await expect(number(tablet)).toHaveValue('9');
		await showState(tablet, '04c');
		await tablet.keyboard.press('Escape');
		await expect(tablet.getByRole('searchbox')).toBeHidden();
	});

	await test.step('it lies before its reader at every size, at the same page', async () => {
		await drawn(tablet, 9, 16);
		await showState(tablet, '04a');
		await expect(number(tablet)).toHaveValue('9');
	});

	const before = await topOf(tablet);
	const item = await takeUp(cast, 2);
	const round = await openVote(cast, item, 'V01');
	const vote = tablet.getByRole('dialog', { name: 'Thông qua chương trình kỳ họp' });
	await test.step('a vote opens over it, and is folded: not voted, in red, over the same page', async () => {
		await expect(vote).toBeVisible();
		await tablet.keyboard.press('ArrowRight');
		await vote.getByRole('button', { name: 'Đọc tiếp trang 9' }).click();
		await expect(tablet.getByRole('alert').filter({ hasText: 'Chưa biểu quyết' })).toBeVisible();
		await expect(number(tablet)).toHaveValue('9');
		expect(await topOf(tablet)).toBe(before);
		await more(round);
		await showState(tablet, '04f');
	});

	await test.step('cast and folded again it says what is recorded', async () => {
		await more(round);
		await tablet.getByRole('button', { name: 'Biểu quyết ngay' }).click();
		await vote.getByRole('radio', { name: /^Tán thành/ }).click();
		await expect(vote.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
		await vote.getByRole('button', { name: 'Đọc tiếp trang 9' }).click();
		await more(round);
		await showState(tablet, '04b');
		await expect(number(tablet)).toHaveValue('9');
	});

	await test.step('closed and announced, the page and the line are where they were', async () => {
		await cast.command(chair, 'voting.closeRound', { round });
		await cast.command(chair, 'voting.announce', { round });
		await tablet.getByRole('button', { name: 'Đóng kết quả' }).click();
		await expect(tablet.getByRole('dialog')).toBeHidden();
		await expect.poll(() => topOf(tablet)).toBe(before);
		await expect(sheet(tablet, 9, 16).getByText('31 xã có đường truyền')).toBeInViewport();
	});

	await test.step('so they are after a reload, also in English', async () => {
		await tablet.waitForFunction(() => localStorage.length > 0);
		await tablet.reload();
		await drawn(tablet, 9, 16);
		await expect.poll(async () => Math.abs((await topOf(tablet)) - before)).toBeLessThan(3);
		await tablet.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: product.origin }]);
		await tablet.reload();
		await expect(tablet.getByLabel('Page number')).toHaveValue('9');
		await expect(tablet.getByRole('button', { name: 'Find in the paper' })).toBeVisible();
		await tablet.context().clearCookies({ name: 'PARAGLIDE_LOCALE' });
		await tablet.reload();
	});

	await test.step('from it one goes to the others of its item, and back to the session', async () => {
		await tablet.goto(session);
		await openPaper(tablet, 6, '313/TTr-UBND');
		await find(tablet, '9846,5');
		await expect(tablet.getByText('2 chỗ trong 2 trang.')).toBeVisible();
		await expect(number(tablet)).toHaveValue('7');
		await tablet.keyboard.press('Enter');
		await expect(number(tablet)).toHaveValue('11');
		await tablet.getByRole('button', { name: 'Tài liệu khác của nội dung này' }).click();
		await tablet.getByRole('menuitem', { name: /^315\/TTr-UBND/ }).click();
		await expect(sheet(tablet, 1, 8)).toContainText('Dự thảo lần 2');
		await find(tablet, '1.200.000');
		await expect(tablet.getByText('Không thấy trong tài liệu này.')).toBeVisible();
		await tablet.getByRole('link', { name: 'Quay lại: Kỳ họp' }).click();
		await expect(tablet).toHaveURL(session);
	});

	await test.step('a phone has it too', async () => {
		const phone = await cast.page(thinh, 'phone');
		await phone.goto(`${product.origin}/meetings/${cast.meeting}`);
		await phone.getByRole('link', { name: /407\/BC-UBND/ }).click();
		await drawn(phone, 1, 6);
		await phone.getByRole('button', { name: 'Tìm trong tài liệu' }).click();
		await phone.getByRole('searchbox').fill('"đường truyền đạt chuẩn"');
		await expect(sheet(phone, 2, 6).locator('mark')).toHaveText('đường truyền đạt chuẩn');
	});
	await cast.close();
});

test('a paper of 120 pages is read in ranges, over a line that breaks', async ({ browser }) => {
	const cast = new Cast(browser, product);
	const ha = await cast.page('ha', 'laptop');
	const buffer = Buffer.from(
		longPdf({ pages: 120, bytesPerPage: 100_000, lines: { 118: 'Ngan sach 2027' } })
	);
	const sittings = agenda.sittings
		.map(({ day: _, ...hours }) => ({ date: '2027-06-15', ...hours }))
		.slice(0, 1);
	await makeMeeting(ha, { title: 'Kỳ họp thứ 7', ordinal: 7, place: agenda.place, sittings });
	const title = 'Quyết toán ngân sách năm 2026';
	await addItem(ha, { title, presenter: 'Giám đốc Sở Tài chính', minutes: 30 });
	await step(ha, 'Tài liệu');
	await addFile(ha, title, { symbol: '19/TTr-UBND', buffer });

	let asked = 0;
	ha.on('response', (response) => {
		if (!response.url().endsWith('/file')) return;
		expect(response.status()).toBe(206);
		asked += Number(response.headers()['content-length']);
	});
	await test.step('its hundredth page is there before a quarter of it was asked for', async () => {
		await ha.getByRole('link', { name: '19 TTr-UBND' }).click();
		await drawn(ha, 1, 120);
		await goTo(ha, 100);
		await drawn(ha, 100, 120);
		await expect(sheet(ha, 100, 120)).toContainText('Sheet 100');
		expect(asked).toBeLessThan(buffer.length / 4);
	});

	await test.step('without a line a page says that it is not here yet, and comes by itself', async () => {
		await ha.context().setOffline(true);
		await goTo(ha, 40);
		await expect(sheet(ha, 40, 120).getByText('Trang này chưa về máy.')).toBeVisible();
		await goTo(ha, 100);
		await drawn(ha, 100, 120);
		await goTo(ha, 40);
		await ha.context().setOffline(false);
		await drawn(ha, 40, 120);
		await expect(sheet(ha, 40, 120).getByText('Trang này chưa về máy.')).toBeHidden();
	});

	await test.step('whoever leaves in the middle leaves nothing behind', async () => {
		await ha.getByRole('link', { name: 'Quay lại: Tài liệu' }).click();
		await ha.getByRole('link', { name: '19 TTr-UBND' }).click();
		await expect(number(ha)).toHaveValue('40');
	});
	await cast.close();
});

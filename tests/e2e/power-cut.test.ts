// A vote comes over a paper that Toàn reads, the product stops in the middle of it and is started again: the wall says so and
// comes back by itself, no ballot is lost, and the paper lies open at the page where it was.
import { expect, test, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { absent, Cast, everybody, late } from '../support/session-story.ts';
import { openVote, pairedWall, press, stepUp, takeUp } from '../support/voting-hall.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('opened')));
test.afterAll(() => product.close());

const toan = 'db04';
/** With Toàn thirty, one less than carries. */
const others = everybody.filter((who) => ![toan, late, ...absent].includes(who)).slice(0, 29);
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Thông qua chương trình kỳ họp' });
const seatsOf = (wall: Page, count: number) => wall.getByRole('img', { name: `${count} ghế đã biểu quyết` });
const pageOf = (page: Page, number: number) =>
	page.getByRole('region', { name: new RegExp(`^Trang ${number} trên`) });

test('a vote over an open paper outlives a power cut, and the paper is given back', async ({ browser }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	const wall = await pairedWall(cast);
	const item = await takeUp(cast, 2);
	const toanReads = await cast.page(toan);
	const stands = () => expect(pageOf(toanReads, 4)).toBeInViewport();

	await test.step('Toàn reads another paper', async () => {
		await toanReads.goto(`${product.origin}/meetings/${cast.meeting}/session`);
		await toanReads.getByRole('button', { name: /Báo cáo kết quả thực hiện nhiệm vụ/ }).click();
		await toanReads.getByRole('link', { name: /405\/BC-UBND/ }).click();
		await pageOf(toanReads, 4).scrollIntoViewIfNeeded();
		await stands();
	});
	const paper = toanReads.url();

	const round = await test.step('the vote comes over it, and the ballot is recorded', async () => {
		const opened = await openVote(cast, item, 'V01');
		await expect(sheet(toanReads)).toBeVisible();
		await expect(toanReads.getByText('Sắp chạm được').first()).toBeHidden();
		await toanReads.getByRole('radio', { name: /^Tán thành/ }).click();
		await expect(toanReads.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
		await toanReads.getByRole('button', { name: 'Đọc tiếp' }).click();
		await stands();
		await expect(toanReads.getByRole('status').filter({ hasText: 'Đã ghi nhận: Tán thành' })).toBeVisible();
		for (const who of others.slice(0, 20)) await press(cast, who, { round: opened, choice: 'approve' });
		await expect(seatsOf(wall, 21)).toBeVisible();
		return opened;
	});

	await test.step('the product stops: wall and tablet say so, and keep what they show', async () => {
		await product.kill();
		await expect(wall.getByRole('status').filter({ hasText: 'Đang nối lại' })).toBeVisible();
		await expect(seatsOf(wall, 21)).toBeVisible();
		await expect(wall.getByText('Ngoại tuyến')).toBeVisible({ timeout: 20_000 });
		await expect(toanReads.getByText(/Đang ngoại tuyến từ \d\d:\d\d/)).toBeVisible();
		await stands();
	});

	await test.step('started again, both come back by themselves with every ballot', async () => {
		product = await product.again();
		await expect(wall.getByText('Ngoại tuyến')).toBeHidden({ timeout: 45_000 });
		for (const who of others.slice(20)) await press(cast, who, { round, choice: 'approve' });
		await expect(seatsOf(wall, 30)).toBeVisible();
		await expect(toanReads.getByText(/Đang ngoại tuyến/)).toBeHidden({ timeout: 45_000 });
		await toanReads.getByRole('button', { name: 'Đổi lựa chọn' }).click();
		await expect(toanReads.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
		await toanReads.keyboard.press('Escape');
		await stands();
	});

	await test.step('thirty of sixty carry nothing, on the wall and over the paper', async () => {
		await cast.command('db01', 'voting.closeRound', { round });
		await cast.command('db01', 'voting.announce', { round });
		await expect(wall.getByText('Không được thông qua')).toBeVisible();
		await expect(wall.getByText('30 trên 60 đại biểu, 50,0% tổng số')).toBeVisible();
		await expect(toanReads.getByRole('dialog')).toContainText('Không được thông qua');
		await toanReads.getByRole('button', { name: 'Đóng kết quả' }).click();
		await stands();
		expect(toanReads.url()).toBe(paper);
	});
	await cast.close();
});

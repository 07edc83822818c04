// A sitting is opened as its delegates see it: Toàn checks in by his own tap, Thịnh types the code on the wall, Nghĩa comes by
// the address in its picture; without a quorum nothing opens.
import { expect, test, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { absent, Cast, everybody, late } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { pairedWall, takeUp } from '../support/voting-hall.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('called')));
test.afterAll(() => product.close());

const [toan, thinh, nghia] = ['db04', 'db21', 'db34'];
const others = everybody.filter((who) => ![toan, thinh, nghia, late, ...absent].includes(who));
const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const here = (page: Page) => page.getByRole('button', { name: 'Tôi có mặt' });
const typed = (page: Page) => page.getByLabel('Tám ký tự trên màn hình');

test('people check in three ways, and only with a quorum a sitting opens', async ({ browser }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	const sitting = (await cast.live()).meeting.sittings[0]?.id;
	const session = `${product.origin}/meetings/${cast.meeting}/session`;
	const tablet = await cast.page(toan);
	const wall = await pairedWall(cast);
	const signs = async () => ((await wall.locator('.codes .code').textContent()) ?? '').trim();
	const checkIn = async (some: readonly string[]) => {
		for (let at = 0; at < some.length; at += 6)
			await Promise.all(some.slice(at, at + 6).map((who) => cast.command(who, 'attendance.checkIn')));
	};

	await test.step('before anything is open the session says so, with the time', async () => {
		await tablet.goto(session);
		await expect(title(tablet)).toHaveText('Chưa có phiên nào đang họp');
		await expect(tablet.getByText(/Phiên tới bắt đầu lúc 08:00/)).toBeVisible();
		await expect(here(tablet)).toBeHidden();
		await expect(wall.getByRole('heading', { level: 1 })).toContainText('Kỳ họp thứ 6');
	});

	await test.step('the roll begins: tablets offer to check in, the wall shows the code', async () => {
		await cast.command('ha', 'attendance.beginRoll', { sitting });
		await expect(here(tablet)).toBeVisible();
		await expect(wall.getByRole('img', { name: 'Mã QR điểm danh' })).toBeVisible();
		await expect(wall.getByText('Đã điểm danh 0 trên 60, cần 40')).toBeVisible();
	});

	await test.step('Toàn checks in by his own tap, and the wall counts him', async () => {
		await here(tablet).click();
		await expect(tablet.getByText('Đã điểm danh', { exact: true })).toBeVisible();
		await expect(here(tablet)).toBeHidden();
		await expect(wall.getByText('Đã điểm danh 1 trên 60, cần 40')).toBeVisible();
	});

	await test.step('Thịnh types the eight signs; a wrong one is said, and what was typed stays', async () => {
		const typing = await cast.page(thinh);
		await typing.goto(session);
		await typing.getByRole('button', { name: 'Nhập mã trên màn hình hội trường' }).click();
		await typed(typing).fill('2222 2222');
		await typing.getByRole('button', { name: 'Điểm danh', exact: true }).click();
		await expect(typing.getByText(/Mã này đã đổi/)).toBeVisible();
		await expect(typed(typing)).toHaveValue('2222 2222');
		await typed(typing).fill((await signs()).toLowerCase());
		await typing.getByRole('button', { name: 'Điểm danh', exact: true }).click();
		await expect(typing.getByText('Đã điểm danh', { exact: true })).toBeVisible();
		await expect(tablet.getByText('Đã điểm danh 2 trên 60, cần 40.')).toBeVisible();
		await expect(wall.getByText('Đã điểm danh 2 trên 60, cần 40')).toBeVisible();
	});

	await test.step('Nghĩa comes by the picture’s address, and is asked once', async () => {
		const phone = await cast.page(nghia, 'phone');
		await phone.goto(`${product.origin}/c/${(await signs()).replace(' ', '')}`);
		await expect(phone.getByRole('heading', { name: /Điểm danh có mặt tại Kỳ họp thứ 6/ })).toBeVisible();
		await here(phone).click();
		await expect(phone.getByText('Đã ghi nhận có mặt')).toBeVisible();
		await phone.goto(`${product.origin}/c/22222222`);
		await expect(phone.getByText(/Mã này đã đổi, hoặc không phải của cuộc họp nào/)).toBeVisible();
	});

	await test.step('opening without a quorum is refused with both numbers', async () => {
		await checkIn(others.slice(0, 36));
		const noQuorum = { code: 'noQuorum', present: 39, needed: 40 };
		await cast.refused('db01', 'meetings.openSitting', { sitting }, noQuorum);
		await expect(wall.getByText('Đã điểm danh 39 trên 60, cần 40')).toBeVisible();
		await showState(wall, '08g');
		await expect(title(tablet)).toHaveText('Đang điểm danh');
	});

	await test.step('with the fortieth it opens, an item begins, and every screen follows', async () => {
		await checkIn(others.slice(36, 37));
		await cast.command('db01', 'meetings.openSitting', { sitting });
		await expect(title(tablet)).toHaveText(/Phiên đang họp/);
		await takeUp(cast, 1);
		await expect(title(tablet)).toHaveText(/^Khai mạc/, { timeout: 1_000 });
		await expect(wall.locator('[aria-current=step]')).toHaveText(/Khai mạc/, { timeout: 1_000 });
	});

	await test.step('whoever reads something else is left where he is when the next item begins', async () => {
		await tablet.getByRole('button', { name: /Báo cáo kết quả thực hiện nhiệm vụ/ }).click();
		const reading = await title(tablet).textContent();
		await takeUp(cast, 2);
		await expect(wall.locator('[aria-current=step]')).toHaveText(/Thông qua chương trình/);
		await expect(title(tablet)).toHaveText(reading ?? '');
		await tablet.getByRole('button', { name: /Về nội dung đang diễn ra/ }).click();
		await expect(title(tablet)).toHaveText('Thông qua chương trình kỳ họp');
		await showState(tablet, '03a');
	});
	await cast.close();
});

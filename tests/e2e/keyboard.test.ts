// Two people without a mouse: Dũng, who comes late, goes a delegate's way from the door to a result; Hà, the secretary,
// prepares a session and conducts another. No click is made here.
import { expect, test, type Page } from '@playwright/test';
import { meetingOf, passwordOf } from '../support/at-work.ts';
import { paperContent } from '../support/demo/papers.ts';
import { Keyboard } from '../support/keyboard.ts';
import { startProduct, type Product } from '../support/product.ts';
import { absent, Cast, everybody, late } from '../support/session-story.ts';
import { openVote, stepUp, takeUp } from '../support/voting-hall.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

async function signIn(page: Page, product: Product, who: string): Promise<Keyboard> {
	const keys = new Keyboard(page);
	await page.goto(`${product.origin}/sign-in?account`);
	await keys.type(page.getByLabel('Tên đăng nhập'), who);
	await keys.type(page.getByLabel('Mật khẩu'), passwordOf(product, who));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${product.origin}/`);
	return keys;
}

test('a delegate checks in, reads, speaks, votes and sees the result by keys alone', async ({
	browser,
	page
}) => {
	const product = await startProduct('opened');
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	await takeUp(cast, 3);
	const keys = await signIn(page, product, late);

	await test.step('checks in and asks for the floor', async () => {
		await keys.pressOn(link(page, 'Vào phòng họp').first());
		await keys.pressOn(button(page, 'Tôi có mặt'));
		await expect(button(page, 'Tôi có mặt')).toBeHidden();
		await keys.keepsFocus();
		await keys.pressOn(button(page, 'Đăng ký phát biểu'), 'Space');
		await expect(page.getByRole('heading', { name: /đứng thứ 1/ })).toBeVisible();
		await keys.keepsFocus();
	});

	const pageNumber = page.getByLabel('Số trang');
	await test.step('reads: turns pages, finds a word, and is back at the page', async () => {
		await keys.pressOn(link(page, '405/BC-UBND'));
		await expect(page.locator('[data-drawn] canvas').first()).toBeVisible();
		await page.keyboard.press('ArrowRight');
		await expect(pageNumber).toHaveValue('2');
		await keys.press('Control+f');
		await page.keyboard.type('duong truyen');
		await expect(page.getByText('1 chỗ trong 1 trang.')).toBeVisible();
		await keys.press('Escape');
		await expect(page.getByRole('searchbox')).toBeHidden();
	});

	await test.step('is called while reading, and speaks', async () => {
		await cast.command('db01', 'floor.grant', { seat: 'ĐB-29', after: null });
		await keys.pressOn(button(page, 'Bắt đầu nói'));
		await keys.keepsFocus();
		await keys.pressOn(button(page, 'Kết thúc phát biểu'));
		await expect(button(page, 'Kết thúc phát biểu')).toBeHidden();
		await keys.keepsFocus();
	});

	const round = await openVote(cast, await takeUp(cast, 2), 'V01');
	await test.step('votes by arrows and Space, and folds the sheet', async () => {
		await expect(page.getByText('Sắp chạm được').first()).toBeHidden();
		await keys.goTo(page.getByRole('radio', { name: /^Tán thành/ }));
		await keys.press('ArrowDown');
		await keys.press('ArrowUp');
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
		await keys.press('Space');
		await expect(page.getByText('Đã ghi nhận: Tán thành').first()).toBeVisible();
		await keys.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(pageNumber).toHaveValue('9');
		await keys.pressOn(button(page, 'Đổi lựa chọn'));
		await keys.press('Escape');
	});

	await test.step('sees the result, puts it away, and goes back', async () => {
		await cast.command('db01', 'voting.closeRound', { round });
		await cast.command('db01', 'voting.announce', { round });
		await expect(page.getByText('trên 60 đại biểu tán thành')).toBeVisible();
		await keys.keepsFocus();
		await keys.press('Escape');
		await keys.goTo(page.getByRole('link', { name: 'Quay lại: Kỳ họp' }), { back: true });
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/session/);
	});
	await cast.close();
	await product.close();
});

async function prepareByKeys(page: Page, keys: Keyboard) {
	await keys.pressOn(link(page, 'Cuộc họp').first());
	await keys.pressOn(link(page, 'Lập kỳ họp'));
	await keys.type(page.getByLabel('Tên kỳ họp'), 'Kỳ họp thứ 7, HĐND tỉnh Minh Giang');
	await keys.type(page.getByLabel('Kỳ họp thứ'), '7');
	await keys.goTo(page.getByLabel('Ngày'));
	await page.keyboard.type('07072027');
	await keys.type(page.getByLabel('Từ'), '08:00');
	await keys.type(page.getByLabel('Đến'), '11:30');
	await keys.type(page.getByLabel('Nơi họp'), 'Hội trường HĐND tỉnh');
	await keys.pressOn(button(page, 'Lập kỳ họp'));
	await expect(page).toHaveURL(/\/prepare\/agenda$/);
	await keys.pressOn(link(page, 'Thêm nội dung'));
	await keys.type(page.getByLabel('Tên nội dung'), 'Báo cáo công tác sáu tháng');
	await keys.type(page.getByLabel('Người trình'), 'Thường trực HĐND');
	await keys.pressOn(button(page, 'Lưu nội dung'));
	await keys.pressOn(link(page, /^Tài liệu/).last());
	const card = page.getByRole('region', { name: 'Báo cáo công tác sáu tháng' });
	const chosen = page.waitForEvent('filechooser');
	await keys.pressOn(card.getByRole('button', { name: 'Thêm tệp' }));
	await (await chosen).setFiles(await paperFile());
	await expect(page.getByText(/Tệp đã đến đủ/)).toBeVisible();
	await keys.type(page.getByLabel('Số, ký hiệu'), '12/BC-HĐND');
	await keys.pressOn(button(page, 'Thêm vào chương trình'));
	await expect(card.getByText('12/BC-HĐND')).toBeVisible();
	await keys.keepsFocus();
	await keys.pressOn(link(page, /^Chương trình/).last());
	await keys.pressOn(button(page, 'Trình Thường trực duyệt'));
	await expect(page.getByText('Chờ duyệt', { exact: true }).first()).toBeVisible();
	await keys.keepsFocus();
}

async function paperFile() {
	const { typesetPaper } = await import('#server/records/typeset.ts');
	const content = paperContent('405/BC-UBND', 1, { year: 2027, month: 7, day: 1 });
	const buffer = Buffer.from(await typesetPaper(content));
	return { name: '12 BC-HĐND.pdf', mimeType: 'application/pdf', buffer };
}

test('a secretary prepares a session, opens a sitting and conducts a vote by keys alone', async ({
	browser,
	page
}) => {
	const product = await startProduct('called');
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await page.setViewportSize({ width: 1440, height: 900 });
	const keys = await signIn(page, product, 'ha');

	await test.step('prepares a session with a paper and submits it', () => prepareByKeys(page, keys));

	await test.step('opens the sitting of another', async () => {
		await page.goto(`${product.origin}/meetings/${cast.meeting}/console`);
		await keys.pressOn(button(page, 'Bắt đầu điểm danh'));
		await expect(page.getByRole('meter')).toBeVisible();
		await keys.keepsFocus();
		const here = everybody.filter((who) => ![late, ...absent].includes(who));
		for (let at = 0; at < here.length; at += 8)
			await Promise.all(here.slice(at, at + 8).map((who) => cast.command(who, 'attendance.checkIn')));
		await keys.pressOn(button(page, 'Mở phiên họp'));
		await expect(button(page, /^Sang mục 1/).first()).toBeVisible();
		await keys.keepsFocus();
	});

	await test.step('takes up items', async () => {
		await keys.pressOn(button(page, /^Sang mục 1/).first());
		await expect(button(page, /^Sang mục 2/).first()).toBeVisible();
		await keys.keepsFocus();
		await keys.pressOn(button(page, /^Sang mục 2/).first());
		await expect(button(page, /^Mở biểu quyết/)).toBeVisible();
		await keys.keepsFocus();
	});

	await test.step('opens a vote, once known, and closes it after a question', async () => {
		await keys.pressOn(button(page, /^Mở biểu quyết/));
		const asked = page.getByRole('dialog', { name: /^Xác nhận đây là/ });
		await keys.type(asked.getByLabel('Mật khẩu'), passwordOf(product, 'ha'));
		await page.keyboard.press('Enter');
		await expect(button(page, /^Đóng biểu quyết/)).toBeVisible();
		await keys.keepsFocus();
		const close = page.getByRole('dialog').getByRole('button', { name: 'Đóng biểu quyết' });
		await keys.pressOn(button(page, /^Đóng biểu quyết/).first());
		await keys.press('Escape');
		await expect(button(page, /^Đóng biểu quyết/)).toBeFocused();
		await keys.press('Enter');
		await keys.pressOn(close);
		await expect(page.getByText('Chờ chủ tọa công bố.').first()).toBeVisible();
		await keys.keepsFocus();
	});
	await cast.close();
	await product.close();
});

// Two secretaries at one draft, a lost line, files on their way, and the sittings planned anew.
import { expect, test, type Page } from '@playwright/test';
import { atWork, overHttp } from '../support/at-work.ts';
import type { Caller } from '../support/caller.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
let ha: Caller;
test.beforeAll(async () => {
	product = await startProduct('people');
	ha = await overHttp(product, 'ha');
});
test.afterAll(() => product.close());

const titles = ['Khai mạc', 'Báo cáo kinh tế - xã hội', 'Dự toán ngân sách năm 2027'];
const morning = { sittingId: '', sittingDate: '2026-12-09', sittingStart: '08:00', sittingEnd: '11:30' };

/** A draft of Hà's with one sitting and three items of twenty minutes; the answer is the path of its agenda. */
async function draft(): Promise<string> {
	const form = await ha.get('/meetings/new');
	const body = /<option value="([^"]+)"/.exec(form.text)?.[1] ?? '';
	const made = await ha.postForm('/meetings/new', {
		body,
		title: 'Kỳ họp thứ 6, HĐND tỉnh Minh Giang',
		ordinal: '6',
		...morning,
		sittingPlace: 'Hội trường'
	});
	const agenda = made.headers.location ?? '';
	for (const [at, title] of titles.entries()) {
		const page = await ha.get(`${agenda}/new`);
		const slotSitting = /name="slotSitting"[^]*?<option value="([^"]+)"/.exec(page.text)?.[1] ?? '';
		const slot = { slotSitting, slotStart: `08:${20 * at || '00'}`, slotMinutes: '20' };
		const item = { version: String(at + 1), title, presenter: 'UBND tỉnh', ...slot };
		const added = await ha.postForm(`${agenda}/new`, item);
		expect(added.status, added.text.slice(0, 500)).toBe(303);
	}
	return agenda;
}
const rows = (page: Page) => page.getByRole('list', { name: 'Chương trình' }).locator('> li');
const timesOf = (page: Page) => page.locator('.item__time').allTextContents();

test('what somebody else changed meanwhile stands beside what was typed', async ({ browser }) => {
	const agenda = await draft();
	const lien = await atWork(browser, product, 'db10', 'laptop');
	const page = await atWork(browser, product, 'ha', 'laptop');
	for (const one of [lien, page]) {
		await one.goto(product.origin + agenda);
		await one.getByRole('link', { name: 'Khai mạc', exact: true }).click();
		await expect(one.getByLabel('Tên nội dung')).toHaveValue('Khai mạc');
	}
	await page.getByLabel('Tên nội dung').fill('Khai mạc; báo cáo tình hình đại biểu');
	await page.getByRole('button', { name: 'Lưu nội dung' }).click();
	await expect(page).toHaveURL(product.origin + agenda);

	await lien.getByLabel('Tên nội dung').fill('Khai mạc và điểm danh');
	await lien.getByRole('button', { name: 'Lưu nội dung' }).click();

	await expect(lien.getByRole('alert')).toContainText('vừa được người khác sửa');
	await expect(lien.getByLabel('Tên nội dung')).toHaveValue('Khai mạc và điểm danh');
	await expect(lien.getByRole('complementary')).toContainText('Khai mạc; báo cáo tình hình đại biểu');
	await lien.getByRole('button', { name: 'Lưu nội dung' }).click();
	await expect(lien.getByRole('link', { name: 'Khai mạc và điểm danh' })).toBeVisible();
	await lien.context().close();
	await page.context().close();
});

test('an item is drawn to another place, and the times follow', async ({ browser }) => {
	const page = await atWork(browser, product, 'ha', 'laptop');
	await page.goto(product.origin + (await draft()));
	const last = page.getByRole('button', { name: 'Kéo để đổi chỗ: Dự toán' });
	const [from, to] = [await last.boundingBox(), await rows(page).nth(1).boundingBox()];
	if (!from || !to) throw new Error('the list shows its rows');

	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 8 });
	await page.mouse.move(from.x + from.width / 2, to.y + 4, { steps: 4 });
	await page.mouse.up();

	await expect(rows(page).nth(1)).toContainText('Dự toán');
	await expect.poll(() => timesOf(page)).toEqual(['08:00', '08:20', '08:40']);
	await page.reload();
	await expect(rows(page).nth(1)).toContainText('Dự toán');
	await page.context().close();
});

test('a lost line keeps what is typed, and says so', async ({ browser }) => {
	const page = await atWork(browser, product, 'ha', 'laptop');
	await page.goto(`${product.origin}${await draft()}/new`);
	await page.getByLabel('Tên nội dung').fill('Chất vấn và trả lời chất vấn');

	await page.context().setOffline(true);

	await expect(page.getByText(/^Đang ngoại tuyến từ/)).toBeVisible();
	await expect(page.getByText('Những gì đang gõ còn nguyên trên trang.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Lưu nội dung' }).click();
	await expect(page.getByRole('alert')).toContainText('Chưa gửi được');
	await expect(page.getByLabel('Tên nội dung')).toHaveValue('Chất vấn và trả lời chất vấn');
	await page.context().setOffline(false);
	await expect(page.getByText(/^Đang ngoại tuyến từ/)).toBeHidden();
	await page.getByRole('button', { name: 'Lưu nội dung' }).click();
	await expect(page.getByRole('link', { name: 'Chất vấn và trả lời chất vấn' })).toBeVisible();
	await page.context().close();
});

test('a large file shows how far it has come, and is let go where it is not wanted', async ({ browser }) => {
	const page = await atWork(browser, product, 'ha', 'laptop');
	await page.goto(product.origin + (await draft()).replace('/agenda', '/papers'));
	const line = await page.context().newCDPSession(page);
	await line.send('Network.enable');
	const [latency, downloadThroughput, uploadThroughput] = [20, 10_000_000, 300_000];
	await line.send('Network.emulateNetworkConditions', {
		offline: false,
		latency,
		downloadThroughput,
		uploadThroughput
	});
	const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(6_000_000)]);

	await page
		.locator('.drop input[type=file]')
		.setInputFiles({ name: 'Báo cáo thẩm tra.pdf', mimeType: 'application/pdf', buffer });

	const form = page.getByRole('form', { name: 'Báo cáo thẩm tra.pdf' });
	await expect(form.getByText(/^Đang thêm [1-9]\d?%/)).toBeVisible();
	await expect(form.getByRole('meter', { name: 'Đang thêm Báo cáo thẩm tra.pdf' })).toBeVisible();
	await form.getByRole('button', { name: 'Hủy thêm tệp' }).click();
	await expect(form).toBeHidden();
	await expect(page.getByText('Chưa có tài liệu')).toHaveCount(3);
	await page.context().close();
});

test('a sitting begins earlier with all its items; one that has items is not left out', async ({
	browser
}) => {
	const page = await atWork(browser, product, 'ha', 'laptop');
	await page.goto(product.origin + (await draft()));
	await page.getByRole('link', { name: 'Sửa các buổi họp' }).click();
	const first = page.getByRole('group', { name: 'Buổi 1' });
	await page.getByRole('button', { name: 'Thêm buổi' }).click();
	await expect(page.getByRole('group', { name: 'Buổi 2' }).getByLabel('Từ')).toHaveValue('13:30');

	await page.getByRole('button', { name: 'Bỏ buổi 1' }).click();
	await page.getByRole('button', { name: 'Lưu các buổi họp' }).click();

	await expect(page.getByRole('alert')).toContainText('còn nội dung trong chương trình');
	await page.getByRole('link', { name: 'Về chương trình' }).click();
	await page.getByRole('link', { name: 'Sửa các buổi họp' }).click();
	await first.getByLabel('Từ').fill('07:30');
	await page.getByRole('button', { name: 'Lưu các buổi họp' }).click();
	await expect.poll(() => timesOf(page)).toEqual(['07:30', '07:50', '08:10']);
	await page.context().close();
});

import { expect, test, type Browser, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { atWork, meetingOf, overHttp, passwordOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { showState } from '../support/shown-state.ts';
import { button, firstPage, said, sign, signersIn } from '../support/signing.ts';

const spoken = 'Đại biểu đề nghị nêu rõ nguồn kinh phí năm 2027.';
const more = 'Chủ tọa tiếp thu.';
/** The texts that may be typed over. */
const typeable = (page: Page) =>
	page
		.getByRole('textbox')
		.evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')));

/** The pages as another program draws them, on one sheet. */
function printed(files: readonly string[]): string {
	const pages = files.flatMap((file) => {
		const folder = fs.mkdtempSync(path.join(path.dirname(file), 'pages-'));
		said('pdftoppm', '-r', '80', '-png', file, path.join(folder, 'page'));
		return fs
			.readdirSync(folder)
			.toSorted()
			.map((name) => fs.readFileSync(path.join(folder, name), 'base64'));
	});
	const drawn = pages
		.map((png, at) => `<img alt="Trang ${at + 1}" src="data:image/png;base64,${png}">`)
		.join('');
	const style = 'body{margin:24px;background:#f3efe7;display:flex;flex-wrap:wrap;gap:24px}';
	return `<html lang="vi"><title>Bản in</title><style>${style}</style><main>${drawn}</main></html>`;
}

test.describe('the records of a session that has ended', () => {
	test.describe.configure({ mode: 'serial' });
	const files = { minutes: '', resolution: '' };
	let product: Product;
	let list: string;
	test.beforeAll(async () => {
		product = await startProduct('ended');
		list = `/meetings/${await meetingOf(product)}/records`;
	});
	test.afterAll(() => product.close());

	const before = async (browser: Browser, signInName: string, record: RegExp) => {
		const page = await atWork(browser, product, signInName, 'laptop');
		await page.goto(product.origin + list);
		await page.getByRole('link', { name: record }).click();
		await expect(page.getByRole('list', { name: 'Các bước' })).toBeVisible();
		return page;
	};
	const downloaded = async (page: Page, name: string) => {
		const waiting = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Tải PDF đã ký' }).click();
		const file = test.info().outputPath(name);
		await (await waiting).saveAs(file);
		return file;
	};

	test('are seen by no delegate while they are drafts', async () => {
		const toan = await overHttp(product, 'db04');
		const answer = await toan.get(list);
		expect(answer.text).toContain('Chưa có văn bản nào');
		expect(answer.text).not.toContain(`${list}/`);
	});

	test('are edited by the secretary, all but the counts, and handed in', async ({ browser }) => {
		const ha = await before(browser, 'ha', /^Biên bản/);
		await expect(ha.getByRole('heading', { level: 1 })).toContainText('Biên bản');
		await expect(ha.getByText(/Biểu quyết V05.*tán thành/).first()).toBeVisible();
		expect((await typeable(ha)).filter((text) => /^Biểu quyết V0/.test(text))).toEqual([]);
		const first = ha.locator('form').filter({ has: ha.getByRole('heading', { name: /^1\. / }) });
		await first.getByRole('button', { name: 'Thêm đoạn' }).click();
		await ha.getByRole('textbox', { name: 'Đoạn mới' }).fill(spoken);
		await expect(button(ha, 'Trình ký')).toBeDisabled();
		await expect(ha.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible();
		await ha.reload();
		await expect(ha.getByLabel(/^Đoạn 2 của mục 1\./)).toHaveValue(spoken);
		await showState(ha, '11a');
		await ha.getByLabel(/^Đoạn 2 của mục 1\./).fill(`${spoken} ${more}`);
		await ha.getByRole('link', { name: 'Quay lại' }).click();
		await ha.getByRole('link', { name: /^Biên bản/ }).click();
		await expect(ha.getByLabel(/^Đoạn 2 của mục 1\./)).toHaveValue(`${spoken} ${more}`);
		await button(ha, 'Trình ký').click();
		await expect(ha.getByText('Bản này đã trình, đang chờ văn thư cấp số.')).toBeVisible();
		await ha.getByRole('link', { name: 'Quay lại' }).click();
		await ha.getByRole('link', { name: /^Nghị quyết/ }).click();
		const recipients = ha.getByLabel('Nơi nhận');
		await recipients.fill(`${await recipients.inputValue()}\n- Báo Minh Giang.`);
		await ha.getByRole('link', { name: 'Quay lại' }).click();
		await ha.getByRole('link', { name: /^Nghị quyết/ }).click();
		await expect(recipients).toHaveValue(/- Báo Minh Giang\.$/);
		await button(ha, 'Trình ký').click();
		await expect(ha.getByText('Bản này đã trình, đang chờ văn thư cấp số.')).toBeVisible();
		await ha.context().close();
	});

	test('get the next number of their registers, and their signer hears of it', async ({ browser }) => {
		const nhan = await before(browser, 'nhan', /^Biên bản/);
		const lien = await atWork(browser, product, 'db10', 'laptop');
		await lien.goto(product.origin + list);
		const held = Promise.withResolvers<void>();
		await lien.route('**/records/*/__data.json*', (route) => held.promise.then(() => route.continue()));
		await lien.getByRole('link', { name: /^Nghị quyết/ }).click();
		await button(nhan, 'Cấp số 07/BB-HĐND').click();
		await expect(lien.getByText('Có văn bản chờ ký, xem ở trang Hôm nay')).toBeVisible();
		held.resolve();
		await expect(lien.getByRole('list', { name: 'Các bước' })).toBeVisible();
		await expect(lien.getByRole('link', { name: 'Quay lại' })).toBeVisible();
		await lien.context().close();
		await expect(nhan.getByRole('heading', { level: 1 })).toHaveText('Biên bản 07/BB-HĐND');
		await nhan.getByRole('link', { name: 'Quay lại' }).click();
		await nhan.getByRole('link', { name: /^Nghị quyết/ }).click();
		await button(nhan, 'Cấp số 12/2026/NQ-HĐND').click();
		await expect(nhan.getByRole('heading', { level: 1 })).toHaveText('Nghị quyết 12/2026/NQ-HĐND');
		await nhan.context().close();
	});

	test('are signed by the secretary of the session; a wrong password loses nothing', async ({ browser }) => {
		const lien = await before(browser, 'db10', /^Biên bản/);
		await button(lien, 'Ký biên bản 07').click();
		await expect(lien.getByRole('dialog', { name: /^Biên bản 07\/BB-HĐND, \d trang$/ })).toBeVisible();
		await lien.getByLabel('Mật khẩu').fill('minhgiang2026');
		await lien.getByRole('dialog').getByRole('button', { name: 'Ký biên bản 07' }).click();
		await expect(lien.getByText('Mật khẩu chưa đúng.')).toBeVisible();
		await lien.getByLabel('Mật khẩu').fill(passwordOf(product, 'db10'));
		await lien.getByRole('dialog').getByRole('button', { name: 'Ký biên bản 07' }).click();
		await expect(lien.getByRole('dialog')).toBeHidden();
		await expect(lien.getByRole('listitem').filter({ hasText: 'Kim Liên' })).toContainText('Đã ký');
		await lien.context().close();
	});

	test('are signed by the chair, the minutes and the resolution', async ({ browser }) => {
		const cuong = await before(browser, 'db01', /^Biên bản/);
		await expect(cuong.getByText('Đến lượt tài khoản này')).toBeVisible();
		await expect(firstPage(cuong)).toBeVisible();
		await showState(cuong, '11f');
		await sign(cuong, product, 'db01', 'Ký biên bản 07');
		await expect(cuong.getByText('Đã ký đủ', { exact: true })).toBeVisible();
		await cuong.getByRole('link', { name: 'Quay lại' }).click();
		await cuong.getByRole('link', { name: /^Nghị quyết/ }).click();
		await expect(firstPage(cuong)).toBeVisible();
		await showState(cuong, '11c');
		await sign(cuong, product, 'db01', 'Ký Nghị quyết 12');
		await expect(cuong.getByText('Chờ văn thư đóng dấu')).toBeVisible();
		await cuong.context().close();
	});

	test('are complete with the seal, and the session with them', async ({ browser }) => {
		const nhan = await before(browser, 'nhan', /^Nghị quyết/);
		await expect(firstPage(nhan)).toBeVisible();
		await showState(nhan, '11g');
		await sign(nhan, product, 'nhan', 'Đóng dấu Nghị quyết 12');
		await expect(nhan.getByText('Đã ký, đã đóng dấu')).toBeVisible();
		await nhan.getByRole('link', { name: 'Quay lại' }).click();
		await expect(nhan.getByText('Kỳ họp đã niêm phong')).toBeVisible();
		await nhan.context().close();
	});

	test('are read by a delegate; what was not carried has none', async ({ browser }) => {
		const toan = await before(browser, 'db04', /^Nghị quyết 12\/2026\/NQ-HĐND/);
		await expect(toan.getByText('Chữ ký khớp, nhưng chứng thư chỉ để thử')).toBeVisible();
		await expect(toan.getByText('Biểu quyết V05: 31 trên 60 tán thành')).toBeVisible();
		await expect(firstPage(toan)).toBeVisible();
		await showState(toan, '11d');
		files.resolution = await downloaded(toan, 'nghi-quyet.pdf');
		await toan.getByRole('link', { name: 'Quay lại' }).click();
		await expect(toan.getByRole('main').getByRole('listitem').getByRole('link')).toHaveCount(2);
		await toan.getByRole('link', { name: /^Biên bản 07\/BB-HĐND/ }).click();
		files.minutes = await downloaded(toan, 'bien-ban.pdf');
		await toan.context().close();
	});

	test('are accepted by tools that others wrote', async () => {
		expect(signersIn(files.minutes)).toEqual(['Đặng Thị Kim Liên', 'Đỗ Hữu Cường']);
		expect(signersIn(files.resolution)).toEqual(['Đỗ Hữu Cường', 'Hội đồng nhân dân tỉnh Minh Giang']);
		for (const file of [files.minutes, files.resolution])
			expect(said('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
		expect(said('pdftotext', '-layout', files.minutes, '-')).toContain(spoken);
	});

	test('look on paper as the decree wants them', async ({ page }) => {
		await page.setContent(printed([files.resolution, files.minutes]));
		await showState(page, '11e', { axe: false }); // a picture of paper
	});
});

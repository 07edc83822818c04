import { expect, test, type Page } from '@playwright/test';
import fs from 'node:fs';
import { atWork, meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { showState } from '../support/shown-state.ts';
import { smallPdf } from '../support/small-pdf.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const pdf = (buffer: Buffer, name = 'nghi-quyet.pdf') => ({ name, mimeType: 'application/pdf', buffer });
const choose = (page: Page, buffer: Buffer) => page.locator('input[type="file"]').setInputFiles(pdf(buffer));

/** As a hand drops it on the page. */
async function drop(page: Page, buffer: Buffer) {
	const dataTransfer = await page.evaluateHandle(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
		const transfer = new DataTransfer();
		transfer.items.add(new File([bytes], 'nghi-quyet.pdf', { type: 'application/pdf' }));
		return transfer;
	}, buffer.toString('base64'));
	await page.getByRole('group', { name: 'Kéo tệp PDF vào đây' }).dispatchEvent('drop', { dataTransfer });
}

test.describe('anybody who holds a record', () => {
	let product: Product;
	let signed: Buffer;
	let code: string;
	test.beforeAll(async ({ browser }) => {
		product = await startProduct('sealed');
		const toan = await atWork(browser, product, 'db04', 'laptop');
		await toan.goto(`${product.origin}/meetings/${await meetingOf(product)}/records`);
		await toan.getByRole('link', { name: /Nghị quyết 12\/2026\/NQ-HĐND/ }).click();
		code = await toan.getByText(/^MG-NQ-12-2026-\w+$/).innerText();
		const downloaded = toan.waitForEvent('download');
		await toan.getByRole('link', { name: 'Tải PDF đã ký' }).click();
		signed = fs.readFileSync(await (await downloaded).path());
		await toan.context().close();
	});
	test.afterAll(() => product.close());
	test.beforeEach(({ page }) => page.goto(`${product.origin}/verify`));

	test('reads first which address to trust', async ({ page }) => {
		await expect(title(page)).toHaveText('Văn bản này có thật không?');
		await expect(page.getByText(/Phải là nghisu\.test/)).toBeVisible();
		await showState(page, '12a');
	});

	test('types its code, and is told that it matches but is for trial only', async ({ page }) => {
		await page.getByLabel('Mã tra cứu ở cuối văn bản').fill(code);
		await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();

		await expect(title(page)).toHaveText('Chữ ký khớp, nhưng chứng thư chỉ để thử');
		await expect(page.getByText(/Nghị quyết 12\/2026\/NQ-HĐND, \d trang/)).toBeVisible();
		await expect(page.getByText('Từ lúc ký thử đến nay tệp không thay đổi.')).toBeVisible();
		await expect(page.getByText('Đủ chữ ký mà văn bản này cần')).toBeVisible();
		await expect(page.getByText('Văn bản thật')).toHaveCount(0);
		await showState(page, '12f');
	});

	test('comes by the QR on the paper to the same answer', async ({ page }) => {
		await page.goto(`${product.origin}/verify?code=${code}`);

		await expect(title(page)).toHaveText('Chữ ký khớp, nhưng chứng thư chỉ để thử');
	});

	test('is told of one changed byte', async ({ page }) => {
		const changed = Buffer.from(signed);
		const at = changed.indexOf('stream') + 20;
		changed[at] = (changed[at] ?? 0) ^ 1;

		await drop(page, changed);

		await expect(title(page)).toHaveText('Đừng dùng tệp này. Nội dung đã bị sửa');
		await showState(page, '12c');
	});

	test('is told when a file cannot tell', async ({ page }) => {
		await choose(page, Buffer.from(smallPdf(['Nghi quyet 12/2026/NQ-HDND'])));

		await expect(title(page)).toHaveText('Chưa thể kết luận');
		await expect(page.getByText('Tệp không có chữ ký số.')).toBeVisible();
		await showState(page, '12d');
		await page.getByRole('button', { name: 'Thử tệp khác' }).click();
		await choose(page, Buffer.from('Đây không phải PDF.'));
		await expect(title(page)).toHaveText('Không đọc được tệp này');
	});

	test('reads it in English', async ({ page }) => {
		await page.getByRole('button', { name: 'English' }).click();
		await expect(title(page)).toHaveText('Is this document genuine?');

		await choose(page, signed);

		await expect(title(page)).toHaveText('The signatures match, but the certificates are for trial only');
		await showState(page, '12e');
	});

	test('is told that no record has a code that was made up', async ({ page }) => {
		await page.getByLabel('Mã tra cứu ở cuối văn bản').fill(`${code.slice(0, -1)}_`);
		await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();

		await expect(title(page)).toHaveText('Không có văn bản nào mang mã này');
	});

	test('sends it nowhere', async ({ page, context }) => {
		await choose(page, signed);
		await expect(title(page)).toHaveText(/Chữ ký khớp/);
		await page.getByRole('button', { name: 'Kiểm tra tệp khác' }).click();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await context.setOffline(true);

		await drop(page, signed);

		await expect(title(page)).toHaveText('Chữ ký khớp, nhưng chứng thư chỉ để thử');
		expect(asked).toEqual([]);
	});
});

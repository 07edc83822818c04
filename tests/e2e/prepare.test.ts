// A session from the people alone to its publishing: Hà prepares it, Cường approves it, and Toàn, whose first page has been
// open all the time, hears of it and reads.
import { expect, test, type Page } from '@playwright/test';
import { paperContent } from '../support/demo/papers.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { shows } from './shows.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('people')));
test.afterAll(() => product.close());

const title = 'Kỳ họp thứ 6, HĐND tỉnh Minh Giang khóa II';
const day = '2026-12-09';

async function makeMeeting(ha: Page) {
	await ha.goto(`${product.origin}/meetings`);
	await ha.getByRole('link', { name: 'Lập kỳ họp' }).click();
	await ha.getByLabel('Tên kỳ họp').fill(title);
	await ha.getByLabel('Kỳ họp thứ').fill('6');
	await ha.getByLabel('Ngày').fill(day);
	await ha.getByLabel('Nơi họp').fill('Hội trường HĐND tỉnh');
	await ha.getByRole('button', { name: 'Lập kỳ họp' }).click();
	await expect(ha).toHaveURL(/\/prepare\/agenda$/);
}

type Item = { readonly name: string; readonly minutes: number; readonly vote?: string };
async function addItem(ha: Page, { name, minutes, vote }: Item) {
	await ha.getByRole('link', { name: 'Thêm nội dung' }).click();
	await ha.getByLabel('Tên nội dung').fill(name);
	await ha.getByLabel('Người trình').fill('UBND tỉnh');
	await ha.getByLabel('Số phút').fill(String(minutes));
	if (vote) {
		await ha.getByRole('button', { name: 'Thêm biểu quyết' }).click();
		const planned = ha.getByRole('group', { name: 'Biểu quyết 1' });
		await planned.getByLabel('Mã').fill('V01');
		await planned.getByLabel('Nội dung biểu quyết').fill(vote);
		await planned.getByLabel('Kết quả').selectOption({ label: 'Ra nghị quyết' });
		await planned.getByLabel('Trích yếu nghị quyết').fill('về dự toán ngân sách năm 2027');
	}
	await ha.getByRole('button', { name: 'Lưu nội dung' }).click();
	await expect(ha.getByRole('link', { name })).toBeVisible();
}

async function pdfOf(symbol: string) {
	const { typesetPaper } = await import('#server/records/typeset.ts');
	return Buffer.from(await typesetPaper(paperContent(symbol, 1, { year: 2026, month: 11, day: 18 })));
}

async function addPaper(ha: Page, item: string, symbol: string) {
	const buffer = await pdfOf(symbol);
	const card = ha.getByRole('region', { name: item });
	const chosen = ha.waitForEvent('filechooser');
	await card.getByRole('button', { name: 'Thêm tệp' }).click();
	await (
		await chosen
	).setFiles({ name: `${symbol.replace('/', ' ')}.pdf`, mimeType: 'application/pdf', buffer });
	await expect(ha.getByText(/Tệp đã đến đủ/)).toBeVisible();
	await ha.getByLabel('Số, ký hiệu').fill(symbol);
	await ha.getByRole('button', { name: 'Thêm vào chương trình' }).click();
	await expect(card.getByText(symbol)).toBeVisible();
}

const step = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Các bước chuẩn bị' }).getByRole('link', { name }).click();
const submit = (ha: Page) => ha.getByRole('button', { name: 'Trình Thường trực duyệt' }).click();
async function approve(chair: Page) {
	await chair.getByRole('button', { name: 'Duyệt chương trình' }).click();
	await expect(chair.getByText('Đã duyệt', { exact: true })).toBeVisible();
}

test('a session is prepared, approved and published', shows(18, 19), async ({ browser }) => {
	const cast = new Cast(browser, product);
	const [ha, chair, toan] = [
		await cast.page('ha', 'laptop'),
		await cast.page('db01'),
		await cast.page('db04')
	];
	const first = () => ha.getByRole('listitem').filter({ hasText: 'Khai mạc' });

	await test.step('the secretary makes it and builds its agenda', async () => {
		await makeMeeting(ha);
		await addItem(ha, { name: 'Khai mạc; điểm danh', minutes: 20 });
		await addItem(ha, { name: 'Dự toán ngân sách năm 2027', minutes: 40, vote: 'Thông qua Nghị quyết' });
		await addItem(ha, { name: 'Báo cáo kinh tế - xã hội', minutes: 30 });
		await ha.getByRole('button', { name: 'Kéo để đổi chỗ: Báo cáo' }).press('Space');
		await ha.keyboard.press('ArrowUp');
		await ha.keyboard.press('Space');
		await expect(ha.getByText('09:50')).toBeHidden();
		await expect(ha.getByRole('listitem').filter({ hasText: 'Dự toán ngân sách' })).toContainText('08:50');
		await first()
			.getByLabel(/^Số phút/)
			.fill('25');
		await first()
			.getByLabel(/^Số phút/)
			.press('Tab');
		await expect(ha.getByText('còn trống 115 phút')).toBeVisible();
	});

	await test.step('what is removed is put back', async () => {
		await ha.getByRole('button', { name: 'Bỏ khỏi chương trình: Báo cáo' }).click();
		await expect(ha.getByRole('link', { name: 'Báo cáo kinh tế - xã hội' })).toBeHidden();
		await ha.getByRole('button', { name: 'Hoàn tác' }).click();
		await expect(ha.getByRole('link', { name: 'Báo cáo kinh tế - xã hội' })).toBeVisible();
		await showState(ha, '06a');
	});

	await test.step('two papers are added; what is no PDF is refused by name', async () => {
		await step(ha, 'Tài liệu');
		const wrong = { name: 'Tờ trình.pdf', mimeType: 'application/pdf', buffer: Buffer.from('không phải') };
		await ha.locator('.drop input[type=file]').setInputFiles(wrong);
		await expect(ha.getByRole('alert')).toContainText('Tệp này không phải PDF');
		await ha.getByRole('button', { name: 'Hủy thêm tệp' }).click();
		await addPaper(ha, 'Dự toán ngân sách năm 2027', '313/TTr-UBND');
		await addPaper(ha, 'Báo cáo kinh tế - xã hội', '405/BC-UBND');
		await showState(ha, '06b');
	});

	await test.step('participants are looked at, and the session is submitted', async () => {
		await step(ha, 'Thành phần');
		await expect(ha.getByText('60 đại biểu, 7 người phục vụ')).toBeVisible();
		await showState(ha, '06c');
		await step(ha, 'Chương trình');
		await submit(ha);
		await expect(ha.getByText('Chờ duyệt', { exact: true }).first()).toBeVisible();
	});

	await test.step('the chair approves it from the first page; a change takes the approval away', async () => {
		await chair.reload();
		await chair.getByRole('link', { name: /Duyệt chương trình/ }).click();
		await approve(chair);
		await ha.reload();
		await expect(ha.getByRole('button', { name: 'Phát hành…' })).toBeVisible();
		const minutes = first().getByLabel(/^Số phút/);
		await expect(async () => {
			await minutes.fill('30');
			await minutes.press('Tab');
			await expect(ha.getByRole('button', { name: 'Phát hành…' })).toBeHidden({ timeout: 2_000 });
		}).toPass();
		await submit(ha);
		await expect(ha.getByText('Chờ duyệt', { exact: true }).first()).toBeVisible();
		await chair.reload();
		await approve(chair);
		await ha.reload();
		await showState(ha, '06g');
	});

	await test.step('publishing names its consequence, and a delegate hears of it where he is', async () => {
		await ha.getByRole('button', { name: 'Phát hành…' }).click();
		await expect(ha.getByRole('dialog')).toContainText('Gửi tới 60 đại biểu và 7 người phục vụ');
		await ha.getByRole('button', { name: 'Phát hành kỳ họp' }).click();
		await expect(ha.getByRole('link', { name: 'Vào bàn thư ký' })).toBeVisible();
		await expect(toan.getByText('Có giấy mời họp mới')).toBeVisible();
		await toan.getByRole('link', { name: /Giấy mời: Kỳ họp thứ 6/ }).click();
	});

	await test.step('a paper opens as pages', async () => {
		await toan.getByRole('link', { name: /313\/TTr-UBND/ }).click();
		await expect(toan.getByRole('region', { name: 'Trang 1 trên 20' })).toContainText('313/TTr-UBND');
		await toan.getByRole('region', { name: 'Trang 11 trên 20' }).scrollIntoViewIfNeeded();
		await expect(toan.getByText('Chi thường xuyên năm 2027 là 9.846,5 tỷ đồng')).toBeVisible();
		await toan.getByRole('link', { name: 'Quay lại' }).click();
		await expect(toan.getByRole('heading', { level: 1 })).toHaveText(title);
	});
	await cast.close();
});

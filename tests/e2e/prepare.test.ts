// A session from the people alone to its publishing: Hà prepares it, Cường approves it, and Toàn, whose first page has been
// open all the time, hears of it and reads.
import { expect, test } from '@playwright/test';
import { addItem, addPaper, addPoints, approve, makeMeeting, step, submit } from '../support/preparing.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { shows } from './shows.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('people')));
test.afterAll(() => product.close());

const title = 'Kỳ họp thứ 6, HĐND tỉnh Minh Giang khóa II';

const sittings = [{ date: '2026-12-09', start: '08:00', end: '11:30' }];
const budget = {
	code: 'V01',
	subject: 'Thông qua Nghị quyết',
	resolution: { title: 'về dự toán ngân sách năm 2027', isNormative: false }
};
const presenter = 'UBND tỉnh';

test('a session is prepared, approved and published', shows(18, 19), async ({ browser }) => {
	const cast = new Cast(browser, product);
	const [ha, chair, toan] = [
		await cast.page('ha', 'laptop'),
		await cast.page('db01'),
		await cast.page('db04')
	];
	const first = () => ha.getByRole('listitem').filter({ hasText: 'Khai mạc' });

	await test.step('the secretary makes it and builds its agenda', async () => {
		await makeMeeting(ha, { title, ordinal: 6, place: 'Hội trường HĐND tỉnh', sittings });
		await addItem(ha, { title: 'Khai mạc; điểm danh', presenter, minutes: 20 });
		await addItem(ha, { title: 'Dự toán ngân sách năm 2027', presenter, minutes: 40, votes: [budget] });
		await addItem(ha, { title: 'Báo cáo kinh tế - xã hội', presenter, minutes: 30 });
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

	await test.step('the three bridge points get their people, and the session is submitted', async () => {
		await step(ha, 'Thành phần');
		await expect(ha.getByText('60 đại biểu, 7 người phục vụ')).toBeVisible();
		await ha.getByLabel('Tìm theo họ tên').fill('khong co ai');
		await ha.getByLabel('Tìm theo họ tên').press('Enter');
		await expect(ha.getByRole('status').getByText(/Không tìm thấy ai tên/)).toBeVisible();
		await addPoints(ha);
		await ha.getByLabel('Tên điểm cầu').fill('xã Nậm Pu');
		await ha.getByRole('button', { name: 'Thêm điểm cầu' }).click();
		await ha.getByRole('button', { name: 'Bỏ điểm cầu xã Nậm Pu' }).click();
		await ha.getByRole('dialog').getByRole('button', { name: 'Bỏ điểm cầu' }).click();
		await expect(ha.getByRole('region', { name: 'xã Nậm Pu' })).toBeHidden();
		await expect(ha.getByText('60 đại biểu, 13 người phục vụ, 3 điểm cầu')).toBeVisible();
		await showState(ha, '06c');
		await step(ha, 'Chương trình');
		await submit(ha);
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
		await chair.reload();
		await approve(chair);
		await ha.reload();
		await showState(ha, '06g');
	});

	await test.step('publishing names its consequence, and a delegate hears of it where he is', async () => {
		await ha.getByRole('button', { name: 'Phát hành…' }).click();
		await expect(ha.getByRole('dialog')).toContainText('Gửi tới 60 đại biểu và 13 người phục vụ');
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

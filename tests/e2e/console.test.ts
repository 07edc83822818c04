// At the desks of secretary and chair: running a sitting, a vote from its opening to its announcing, and the end.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { MeetingId } from '#domain/journal/ids.ts';
import { atWork, meetingOf, overHttp, passwordOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { showState } from '../support/shown-state.ts';
import { shows } from './shows.ts';
import { sizes, type Size } from './states.ts';

const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const log = (page: Page) => page.getByRole('region', { name: 'Các ghi chép' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

let product: Product;
let meeting: MeetingId;
const at = async (browser: Browser, who: string, screen: string, size: Size) => {
	const page = await atWork(browser, product, who, size);
	await page.goto(`${product.origin}/meetings/${meeting}/${screen}`);
	return page;
};
const showsWhoHeIs = async (page: Page, who: string) => {
	const asked = dialog(page, /^Xác nhận đây là/);
	await asked.getByLabel('Mật khẩu').fill(passwordOf(product, who));
	await asked.getByRole('button', { name: 'Xác nhận' }).click();
	await expect(asked).toBeHidden();
};

test.describe('a sitting in its first item', () => {
	test.describe.configure({ mode: 'serial' });
	let ha: Page;
	test.beforeAll(async ({ browser }) => {
		product = await startProduct('opened');
		meeting = await meetingOf(product);
		ha = await at(browser, 'ha', 'console', 'laptop');
	});
	test.afterAll(() => product.close());

	test('running notes are written, and corrected without losing the first words', async () => {
		await ha.getByLabel('Ghi thêm vào biên bản').fill('/y ĐB-21 Lò Xuân Thịnh: đề nghị xem lại mục 7.');
		await ha.getByLabel('Ghi thêm vào biên bản').press('Enter');
		await expect(log(ha)).toContainText('Ý kiến: ĐB-21 Lò Xuân Thịnh: đề nghị xem lại mục 7.');
		await expect(ha.getByLabel('Ghi thêm vào biên bản')).toHaveValue('');

		await log(ha)
			.getByRole('button', { name: /^Sửa ghi chép lúc/ })
			.click();
		await dialog(ha, 'Sửa ghi chép')
			.getByLabel('Nội dung')
			.fill('ĐB-21 Lò Xuân Thịnh: đề nghị đưa mục 7 lên trước.');
		await button(ha, 'Ghi lời sửa').click();

		await expect(log(ha)).toContainText('đề nghị đưa mục 7 lên trước. Đã sửa');
		await expect(log(ha)).not.toContainText('xem lại mục 7');
	});

	test('a conclusion names who leads, who answers and by when', async () => {
		await ha.setViewportSize(sizes.small);
		await ha.getByLabel('Ghi thêm vào biên bản').fill('/k Hoàn thành nâng cấp đường truyền 31 xã.');
		await ha.getByLabel('Ghi thêm vào biên bản').press('Enter');
		const form = ha.getByRole('form', { name: 'Kết luận của chủ tọa' });
		await expect(form.getByLabel('Kết luận')).toHaveValue('Hoàn thành nâng cấp đường truyền 31 xã.');
		await form.getByLabel('Đơn vị chủ trì').fill('Sở Khoa học và Công nghệ');
		await form.getByLabel('Người chịu trách nhiệm').fill('Kim Ngọc Trâm, Giám đốc Sở');
		await form.getByLabel('Hạn').fill('30/6/2027');
		await expect(button(ha, 'Ghi kết luận')).toBeInViewport({ ratio: 1 });
		await expect(form.getByLabel('Kết luận')).toBeInViewport({ ratio: 1 });
		await button(ha, 'Ghi kết luận').click();
		await ha.setViewportSize(sizes.laptop);

		await expect(log(ha)).toContainText('Chủ tọa kết luận: Hoàn thành nâng cấp đường truyền 31 xã.');
		await expect(log(ha)).toContainText('hạn 30/6/2027');
	});

	test('whoever comes late, leaves or is excused is on the roll', shows(37), async () => {
		await ha.getByText('Điểm danh', { exact: true }).click();
		await ha.getByLabel('Tìm tên hoặc ghế').fill('ĐB-29');
		await button(ha, /^Ghi .* có mặt$/).click();
		await expect(ha.getByText('Không có ai khớp.')).toBeVisible();
		await ha.getByLabel('Tìm tên hoặc ghế').fill('ĐB-56');
		await button(ha, /^Ghi .* vắng có lý do$/).click();
		await dialog(ha, /vắng có lý do$/)
			.getByLabel('Lý do')
			.fill('bị ốm');
		await dialog(ha, /vắng có lý do$/)
			.getByRole('button', { name: 'Ghi vắng có lý do' })
			.click();
		await expect(ha.getByText('Vắng có lý do: bị ốm')).toBeVisible();
		await ha.getByText(/^Tất cả: 60/).click();
		await ha.getByLabel('Tìm tên hoặc ghế').fill('ĐB-29');
		await expect(ha.getByText(/^Đến muộn .*, thư ký ghi/)).toBeVisible();
		await ha.getByLabel('Tìm tên hoặc ghế').fill('ĐB-33');
		await button(ha, /^Ghi .* về sớm$/).click();
		await expect(ha.getByText(/^Về sớm \d\d:\d\d/)).toBeVisible();
		await ha.getByText('Diễn biến', { exact: true }).click();

		await expect(log(ha)).toContainText('vào phòng họp.');
		await expect(log(ha)).toContainText('rời phòng họp.');
		await expect(ha.getByText('56/60')).toBeVisible();
		await showState(ha, '05a');
	});

	test('ending the sitting asks, closing the meeting says what is left, and leads to the minutes', async () => {
		await button(ha, 'Kết thúc phiên…').click();
		await expect(dialog(ha, 'Kết thúc phiên họp này?')).toContainText('kết thúc cùng phiên');
		await expect(button(ha, 'Để sau')).toBeFocused();
		await dialog(ha, 'Kết thúc phiên họp này?')
			.getByRole('button', { name: 'Kết thúc phiên', exact: true })
			.click();
		await expect(heading(ha)).toHaveText(/^Điểm danh: /);

		await button(ha, 'Bế mạc…').click();
		await expect(dialog(ha, 'Bế mạc cuộc họp?')).toContainText('Còn 3 phiên chưa họp.');
		await expect(dialog(ha, 'Bế mạc cuộc họp?')).toContainText('Còn 11 nội dung chưa đưa ra.');
		await dialog(ha, 'Bế mạc cuộc họp?').getByRole('button', { name: 'Bế mạc', exact: true }).click();
		await expect(heading(ha)).toHaveText('Cuộc họp đã bế mạc');
		await ha.getByRole('link', { name: 'Mở biên bản' }).click();

		await expect(ha).toHaveURL(`${product.origin}/meetings/${meeting}/records`);
		await expect(async () => {
			await ha.reload(); // a job drafts them, without anybody asking
			await expect(ha.getByRole('link', { name: /^Biên bản/ })).toBeVisible({ timeout: 1_000 });
		}).toPass();
		await ha.context().close();
	});
});

test.describe('a vote that is open', () => {
	test.describe.configure({ mode: 'serial' });
	let ha: Page, lien: Page, cuong: Page, toan: Page;
	test.beforeAll(async ({ browser }) => {
		product = await startProduct('voteOpen');
		meeting = await meetingOf(product);
		ha = await at(browser, 'ha', 'console', 'laptop');
		lien = await at(browser, 'db10', 'console', 'laptop');
		cuong = await at(browser, 'db01', 'chair', 'tablet');
		toan = await at(browser, 'db04', 'session', 'tablet');
	});
	test.afterAll(async () => {
		for (const page of [ha, lien, cuong, toan]) await page.context().close();
		await product.close();
	});

	test('is watched from the console: how many, who is missing, nobody’s choice', async () => {
		await expect(ha.getByText('trên 57 người có mặt đã biểu quyết')).toBeVisible();
		await expect(button(ha, /^Đóng biểu quyết/)).toBeEnabled();
		await expect(ha.getByRole('heading', { name: '17 người chưa bấm' })).toBeVisible();
		await button(ha, 'Thêm 30 giây').click();
		await expect(ha.getByText(/^Còn \d+ giây$/)).toBeVisible();
		await showState(ha, '05b');
		await ha.keyboard.press('F9');
		const asked = dialog(ha, 'Đóng biểu quyết khi còn 17 người chưa bấm?');
		await expect(asked.getByRole('button', { name: 'Chờ thêm' })).toBeFocused();
		await showState(ha, '05c');
		await asked.getByRole('button', { name: 'Chờ thêm' }).click();
		await expect(asked).toBeHidden();
	});

	test('has the ballot of a secretary who is a delegate docked at her console', async () => {
		const own = lien.getByRole('region', { name: /Đã ghi nhận: Tán thành/ });
		await expect(own.getByRole('radio', { name: 'Tán thành', exact: true })).toBeChecked();
		await showState(lien, '05e');
	});

	test('asks the chair who has not voted before it closes', async () => {
		await expect(cuong.getByRole('heading', { name: 'Ông chưa biểu quyết' })).toBeVisible();
		await button(cuong, 'Thêm 30 giây').click();
		await showState(cuong, '07b');
		await button(cuong, 'Đóng biểu quyết').click();
		const asked = dialog(cuong, 'Ông chưa biểu quyết. Vẫn đóng?');
		await expect(asked).toBeVisible();
		await showState(cuong, '07g');
		await asked.getByRole('button', { name: 'Quay lại biểu quyết' }).click();
		await cuong.getByRole('radio', { name: 'Tán thành', exact: true }).click();
		await expect(cuong.getByRole('heading', { name: 'Đã ghi nhận: Tán thành' })).toBeVisible();
		await showState(cuong, '07d');
	});

	test('shows its result to the chair alone until he announces', async () => {
		const stream = (await overHttp(product, 'db04')).listen(`/live/${meeting}`);
		await button(cuong, 'Đóng biểu quyết').click();
		await dialog(cuong, /^Đóng biểu quyết khi còn/)
			.getByRole('button', { name: 'Đóng biểu quyết' })
			.click();
		await showsWhoHeIs(cuong, 'db01');
		await expect(cuong.getByText('Chỉ chủ tọa đang thấy')).toBeVisible();
		await expect(cuong.getByText(/Tán thành, \d/).first()).toBeVisible();
		await expect(button(cuong, /Công bố kết quả…/)).toBeEnabled();
		await showState(cuong, '07c');

		for (const page of [ha, lien]) await expect(page.getByText('Chờ chủ tọa công bố.')).toBeVisible();
		for (const page of [ha, lien, toan]) {
			await expect(page.getByText('Chỉ chủ tọa đang thấy')).toHaveCount(0);
			await expect(page.getByText(/% tổng số/)).toHaveCount(0);
		}
		const heard = () =>
			stream.heard.filter(({ event }) => event === 'told').map(({ data }) => JSON.stringify(data));
		const closed = () => heard().filter((one) => one.includes('voting.roundClosed'));
		await expect.poll(closed).toHaveLength(1);
		expect(heard().filter((one) => one.includes('disapprove'))).toEqual([]);
		stream.close();
	});

	test('is announced once, after the chair is asked, and everybody sees it', shows(44), async () => {
		await button(cuong, /Công bố kết quả…/).click();
		const asked = dialog(cuong, /^Công bố: .*trên 60\?$/);
		await expect(asked.getByRole('button', { name: 'Xem lại' })).toBeFocused();
		await showState(cuong, '07f');
		await asked.getByRole('button', { name: 'Công bố kết quả' }).click();

		await expect(ha.getByText(/^Đã công bố: Thông qua Nghị quyết quy định mức hỗ trợ/)).toBeVisible();
		await expect(toan.getByText('Chủ tọa đã công bố').first()).toBeVisible();
		await expect(button(cuong, /Mở biểu quyết V06/)).toBeEnabled();
		await showState(cuong, '07a');
	});

	test('is followed by the next, in which the secretary’s own ballot waits', shows(43), async () => {
		await button(cuong, /Mở biểu quyết V06/).click();
		await expect(lien.getByRole('heading', { name: 'Bà chưa biểu quyết' })).toBeVisible();
		await expect(lien.getByRole('heading', { name: '57 người chưa bấm, trong đó có bà' })).toBeVisible();
		await expect(button(lien, /^Đóng biểu quyết/)).toBeEnabled();
		await showState(lien, '05d');

		await lien.getByRole('radio', { name: 'Không tán thành' }).click();

		await expect(lien.getByRole('heading', { name: /Đã ghi nhận: Không tán thành/ })).toBeVisible();
		await expect(lien.getByText('56 người chưa bấm')).toBeVisible();
	});
});

// The sixth session from its calling to the public page that checks its resolution, as section 2 of the work tells it:
// secretary, chair, three delegates and the hall screen in browsers of their own, everybody else over http.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { MeetingId } from '#domain/journal/ids.ts';
import { connectOnce } from '../../scripts/migrate.ts';
import { startProduct, type Product } from '../support/product.ts';
import { absent, Cast, everybody, late } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { shows } from './shows.ts';

const inBrowsers = ['db01', 'db04', 'db36', 'db21'];
const overHttp = everybody.filter((who) => ![...inBrowsers, ...absent, late].includes(who));
type Stage = {
	readonly cast: Cast;
	readonly console: Page;
	readonly chair: Page;
	readonly toan: Page;
	readonly vinh: Page;
	readonly thinh: Page;
	readonly hall: Page;
};

async function stageAt(browser: Browser, product: Product): Promise<Stage> {
	const cast = new Cast(browser, product);
	const sql = connectOnce(product.ownerUrl);
	const [row] = await sql<{ meeting: MeetingId }[]>`select meeting from live_meetings`;
	await sql.end();
	if (!row) throw new Error('the scene has a meeting that was called');
	cast.meeting = row.meeting;
	const at = async (who: string, path: string, size?: 'laptop') => {
		const page = await cast.page(who, size);
		await page.goto(`${product.origin}/meetings/${cast.meeting}/${path}`);
		return page;
	};
	const hall = await cast.device('hall');
	await hall.goto(`${product.origin}/screen`);
	return {
		cast,
		hall,
		console: await at('ha', 'console', 'laptop'),
		chair: await at('db01', 'chair'),
		toan: await at('db04', 'session'),
		vinh: await at('db36', 'session'),
		thinh: await at('db21', 'session')
	};
}

async function pairHall({ console, hall }: Stage) {
	const code = ((await hall.locator('.code').textContent()) ?? '').replace(/\D/g, '');
	expect(code).toHaveLength(6);
	await console
		.getByRole('button', { name: /Ghép màn/ })
		.first()
		.click();
	await console.getByLabel('Mã trên màn hình').fill(code);
	await console.getByRole('button', { name: 'Ghép màn hình', exact: true }).click();
	await expect(hall).toHaveURL(/\/screen\/hall/);
	await console.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
}

async function open(stage: Stage) {
	const { cast, console, chair, toan, vinh, thinh, hall } = stage;
	await console.getByRole('button', { name: 'Bắt đầu điểm danh' }).click();
	await pairHall(stage);
	await expect(hall.getByRole('heading', { name: 'Quét mã để điểm danh' })).toBeVisible();
	await expect(chair.getByText(/đang có 0/)).toBeVisible();

	await cast.arrive();
	await Promise.all(overHttp.map((who) => cast.command(who, 'attendance.checkIn')));
	await toan.getByRole('button', { name: 'Tôi có mặt' }).click();
	await thinh.getByRole('button', { name: 'Tôi có mặt' }).click();
	await expect(thinh.getByRole('button', { name: 'Tôi có mặt' })).toBeHidden();
	// Vinh types what the hall shows; the chair's own seat is checked in by the secretary
	await vinh.getByRole('button', { name: 'Nhập mã trên màn hình hội trường' }).click();
	const code = ((await hall.locator('.codes .code').textContent()) ?? '').replace(/[^A-Z2-9]/g, '');
	await vinh.getByLabel('Tám ký tự trên màn hình').fill(code);
	await vinh.getByRole('button', { name: 'Điểm danh', exact: true }).click();
	await console.getByRole('button', { name: 'Ghi Đỗ Hữu Cường có mặt' }).click();
	await expect(hall.getByText(/56/).first()).toBeVisible();
	await showState(hall, '08g');
	await chair.getByRole('button', { name: 'Mở phiên họp' }).click();
	await expect(hall.getByRole('heading', { level: 1 })).toContainText('Kỳ họp thứ 6');
	await showState(hall, '08a');
}

const takeUp = (console: Page, number: number) =>
	console
		.getByRole('button', { name: new RegExp(`^Sang mục ${number}\\b`) })
		.first()
		.click();
const sheet = (page: Page) => page.getByRole('dialog');
const choose = (page: Page, choice: string) =>
	sheet(page).getByRole('radio', { name: choice, exact: true }).click();

/** Item 2: V01, everybody in favour; the first vote of everybody in a browser. */
async function adopt({ cast, console, chair, toan, vinh, thinh, hall }: Stage) {
	await chair.getByRole('button', { name: /^Mở biểu quyết V01/ }).click();
	await showState(chair, '07i');
	await cast.stepUp('db01');
	await expect(sheet(toan).getByRole('heading', { level: 1 })).toHaveText('Thông qua chương trình kỳ họp');
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('Thông qua chương trình kỳ họp');
	await showState(toan, '03n');
	await cast.castOthers(await cast.openRound(), { approve: 52, disapprove: 0, notVoting: 0 }, [late]);
	for (const page of [toan, vinh, thinh]) await choose(page, 'Tán thành');
	await expect(sheet(toan).getByText('Đã ghi nhận: Tán thành')).toBeVisible();
	await chair.getByRole('radio', { name: 'Tán thành', exact: true }).click();
	await expect(
		console
			.getByText('Mọi người có mặt đã bấm.')
			.or(console.getByText('56', { exact: true }))
			.first()
	).toBeVisible();
	await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await announce(chair);
	await expect(hall.getByText(/thông qua/i).first()).toBeVisible();
	for (const page of [toan, vinh, thinh])
		await sheet(page).getByRole('button', { name: 'Đóng kết quả' }).click();
}
async function announce(chair: Page) {
	await chair.getByRole('button', { name: 'Công bố kết quả…' }).click();
	await chair.getByRole('dialog').getByRole('button', { name: 'Công bố kết quả' }).click();
	await expect(chair.getByRole('dialog')).toBeHidden();
}

/** V05, carried by exactly 31: a change of mind, a folded sheet, a line that is lost, a press on two devices. */
async function carry({ cast, console, chair, toan, vinh, thinh, hall }: Stage) {
	await console
		.getByLabel('Chọn nội dung biểu quyết')
		.selectOption({
			label: 'V05 · Thông qua Nghị quyết quy định mức hỗ trợ cán bộ đầu mối chuyển đổi số cấp xã'
		});
	await console.getByRole('button', { name: /^Mở biểu quyết/ }).click();
	await cast.stepUp('ha');
	await expect(sheet(vinh).getByRole('heading', { level: 1 })).toContainText('cán bộ đầu mối');
	await showState(vinh, '03d');
	await choose(vinh, 'Không tán thành');
	await choose(vinh, 'Tán thành');
	await expect(sheet(vinh).getByText('Đã ghi nhận: Tán thành')).toBeVisible();
	await showState(vinh, '03e');
	await sheet(toan).getByRole('button', { name: /Đọc/ }).click();
	await showState(toan, '03l');
	await toan.getByRole('button', { name: 'Biểu quyết ngay' }).click();
	await choose(toan, 'Tán thành');
	await expect(sheet(toan).getByText('Đã ghi nhận: Tán thành')).toBeVisible();
	await sheet(toan).getByRole('button', { name: /Đọc/ }).click();
	await showState(toan, '03k');
	await thinh.context().setOffline(true);
	await choose(thinh, 'Tán thành');
	await expect(sheet(thinh).getByRole('alert')).toContainText('Mạng bị gián đoạn');
	await showState(thinh, '03f');
	await cast.castOthers(await cast.openRound(), { approve: 27, disapprove: 20, notVoting: 5 }, ['db59']);
	await showState(console, '05b');
	await showState(hall, '08e');
	await showState(chair, '07b');
	await console.getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await showState(console, '05c');
	await console.getByRole('dialog').getByRole('button', { name: 'Chờ thêm' }).click();
	await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await showState(chair, '07g');
	await chair.getByRole('dialog').getByRole('button', { name: 'Quay lại biểu quyết' }).click();
	await thinh.context().setOffline(false);
	await expect(sheet(thinh).getByText('Đã ghi nhận: Tán thành')).toBeVisible({ timeout: 20_000 });
	await chair.getByRole('radio', { name: 'Tán thành', exact: true }).click();
	await showState(chair, '07d');
	await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await chair.getByRole('dialog').getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await expect(console.getByText('Chờ chủ tọa công bố.')).toBeVisible();
	await expect(console.getByText('51,7%')).toBeHidden();
	await showState(chair, '07c');
	await chair.getByRole('button', { name: 'Công bố kết quả…' }).click();
	await expect(chair.getByRole('dialog')).toContainText('Công bố: thông qua, 31 trên 60?');
	await showState(chair, '07f');
	await chair.getByRole('dialog').getByRole('button', { name: 'Công bố kết quả' }).click();
	await expect(sheet(vinh).getByText('Được thông qua')).toBeVisible();
	await expect(sheet(vinh)).toContainText('51,7%');
	await showState(vinh, '03g');
	await showState(hall, '08f');
	for (const page of [toan, vinh, thinh])
		await sheet(page).getByRole('button', { name: 'Đóng kết quả' }).click();
}

/** V06: 30 of 60 carries nothing, though they are a majority of those who voted. */
async function fail({ cast, chair, toan, vinh, thinh, hall }: Stage) {
	await chair.getByRole('button', { name: 'Việc khác' }).click();
	await chair.getByRole('dialog').getByRole('button', { name: /V06/ }).click();
	await chair.getByRole('button', { name: /^Mở biểu quyết V06/ }).click();
	for (const page of [toan, vinh, thinh]) await choose(page, 'Tán thành');
	await cast.castOthers(await cast.openRound(), { approve: 26, disapprove: 21, notVoting: 6 });
	await chair.getByRole('radio', { name: 'Tán thành', exact: true }).click();
	await expect(chair.getByText('57', { exact: true }).first()).toBeVisible();
	await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click();
	await announce(chair);
	await expect(hall.getByText('Không được thông qua')).toBeVisible();
	await expect(sheet(toan).getByText('Không được thông qua')).toBeVisible();
	for (const page of [toan, vinh, thinh])
		await sheet(page).getByRole('button', { name: 'Đóng kết quả' }).click();
}

async function end({ console, chair }: Stage) {
	await takeUp(console, 12);
	await console.getByRole('button', { name: 'Kết thúc phiên…' }).first().click();
	await console.getByRole('dialog').getByRole('button', { name: 'Kết thúc phiên' }).click();
	await console.getByRole('button', { name: 'Bế mạc…' }).first().click();
	await console.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click();
	await expect(console.getByText('Cuộc họp đã bế mạc')).toBeVisible();
	await expect(chair.getByText('Thư ký lập biên bản')).toBeVisible();
	await console.getByRole('link', { name: 'Mở biên bản' }).click();
	await expect(console.getByText('Quy định mức hỗ trợ cán bộ đầu mối')).toBeVisible();
	await expect(console.getByText('thư viện số')).toBeHidden();
}

test.describe('the sixth session', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('called')));
	test.afterAll(() => product.close());

	test('from its calling on', shows(), async ({ browser }) => {
		const stage = await stageAt(browser, product);
		const { cast, console, chair, toan } = stage;
		await test.step('the sitting is opened', () => open(stage));
		await test.step('the first item is taken up, and everybody follows', async () => {
			await takeUp(console, 1);
			await expect(toan.getByRole('heading', { name: /^(1\. )?Khai mạc/ }).first()).toBeVisible({
				timeout: 3_000
			});
			await showState(toan, '03a');
			await showState(chair, '07a');
			await showState(console, '05a');
		});
		await test.step('the agenda is adopted: V01', async () => {
			await takeUp(console, 2);
			await adopt(stage);
			await cast.command(late, 'attendance.checkIn');
			await expect(console.getByText('57/60').first()).toBeVisible();
		});
		await test.step('a conclusion is noted as it was spoken', async () => {
			await takeUp(console, 7);
			await console.getByLabel('Ghi thêm vào biên bản').fill('/k Hoàn thành nâng cấp đường truyền 31 xã.');
			await console.getByLabel('Ghi thêm vào biên bản').press('Enter');
			await console.getByLabel('Đơn vị chủ trì').fill('Sở Khoa học và Công nghệ');
			await console.getByLabel('Người chịu trách nhiệm').fill('Kim Ngọc Trâm, Giám đốc Sở');
			await console.getByLabel('Hạn').fill('30/6/2027');
			await console.getByRole('button', { name: 'Ghi kết luận' }).click();
			await expect(console.getByText('Nhiệm vụ: Sở Khoa học và Công nghệ')).toBeVisible();
		});
		await test.step('V05 is carried by exactly 31', async () => {
			await takeUp(console, 11);
			await carry(stage);
		});
		await test.step('V06 is not carried with 30', () => fail(stage));
		await test.step('the sitting ends, the meeting is closed, its minutes are drafted', () => end(stage));
	});
});

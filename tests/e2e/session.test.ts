// The sixth session from its calling to its first item: secretary, chair, three delegates and the hall screen in browsers
// of their own, everybody else over http.
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

test.describe('the sixth session', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('called')));
	test.afterAll(() => product.close());

	test(
		'is opened with 56 of 60 and takes up its first item on every screen',
		shows(),
		async ({ browser }) => {
			const stage = await stageAt(browser, product);
			const { console, chair, toan } = stage;
			await test.step('the sitting is opened', () => open(stage));
			await test.step('the first item is taken up, and everybody follows', async () => {
				await takeUp(console, 1);
				await expect(toan.getByRole('heading', { name: /^(1\. )?Khai mạc/ }).first()).toBeVisible({
					timeout: 3_000
				});
				await showState(toan, '03a');
				await showState(chair, '07a');
			});
		}
	);
});

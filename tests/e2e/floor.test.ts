// Item 7 under discussion, as the demo has it: the third speaker is past his time, six wait. The chair goes on from there;
// whoever is called reads a paper, writes, or speaks, and everybody else sees the same on his own screen.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { pairedWall } from '../support/voting-hall.ts';
import { shows } from './shows.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('discussing')));
test.afterAll(() => product.close());

const [yen, tuyet, thinh, toan] = ['db33', 'db38', 'db21', 'db04'];
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const large = (page: Page) => page.getByRole('button', { name: /^Tiếp theo/ });
const call = (page: Page) => page.getByRole('alertdialog', { name: /^Chủ tọa mời/ });

async function places(browser: Browser) {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	const at = `${product.origin}/meetings/${cast.meeting}`;
	const go = async (who: string, path: string, size?: 'laptop' | 'phone') => {
		const page = await cast.page(who, size);
		await page.goto(`${at}/${path}`);
		return page;
	};
	return {
		cast,
		wall: await pairedWall(cast),
		ha: await go('ha', 'console', 'laptop'),
		chair: await go('db01', 'chair'),
		reader: await go(tuyet, 'session'),
		away: await go(thinh, 'session', 'phone'),
		delegate: await go(toan, 'session')
	};
}

test(
	'the floor goes from one to the next, and every screen says whose it is',
	shows(33, 39, 40),
	async ({ browser }) => {
		test.slow();
		const { cast, wall, ha, chair, reader, away, delegate } = await places(browser);

		await test.step('past his time the speaker is asked in words to finish', async () => {
			await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Bà Vũ Thị Kim Yến');
			await expect(wall.getByRole('timer')).toHaveText(/^\+\d+:\d\d\s*quá 10 phút, xin kết thúc$/);
			await expect(delegate.getByRole('timer')).toHaveAccessibleName(/^Quá \d\d:\d\d so với 10 phút$/);
			await showState(wall, '08c');
			await cast.refused(yen, 'floor.withdraw', {}, { code: 'notWaiting' });
		});

		await test.step('a delegate asks by one tap, and undoes it', async () => {
			await button(delegate, 'Đăng ký phát biểu').click();
			await expect(delegate.getByText('Đã đăng ký phát biểu')).toBeVisible();
			await expect(delegate.getByRole('heading', { name: 'Ông đứng thứ 7' })).toBeVisible();
			await expect(ha.getByText('7 đang chờ')).toBeVisible();
			await showState(delegate, '03b');
			await delegate.getByRole('button', { name: 'Hoàn tác' }).click();
			await expect(ha.getByText('6 đang chờ')).toBeVisible();
			await showState(delegate, '03a');
		});

		await test.step('the chair thanks whoever spoke and calls the first, who reads a paper', async () => {
			await reader.getByRole('button', { name: /Thông qua chương trình/ }).click();
			await reader.getByRole('main').getByRole('link', { name: /trang/ }).first().click();
			await expect(reader).toHaveURL(/papers/);
			await showState(chair, '07a');
			await showState(ha, '05a');
			await expect(large(chair)).toHaveText(/Cảm ơn bà Vũ Thị Kim Yến, mời bà Hà Thị Hồng Tuyết/);
			await large(chair).click();
			await expect(call(reader)).toBeVisible();
			await showState(reader, '03c');
			await reader.keyboard.press('Escape');
			await expect(reader.getByRole('alert').filter({ hasText: 'Chủ tọa mời bà phát biểu' })).toBeVisible();
			await button(reader, 'Mở').click();
			await button(reader, 'Bắt đầu nói').click();
			await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Bà Hà Thị Hồng Tuyết');
			await expect(wall.getByRole('timer')).toHaveText(/^0?9:\d\d\s*còn lại trong 10 phút$/);
			await expect(wall.getByText('Tiếp theo: Ông Lò Xuân Thịnh')).toBeVisible();
			await showState(wall, '08b');
		});

		await test.step('a tablet whose clock is ten minutes wrong shows the same time', async () => {
			await delegate.clock.install({ time: Date.now() + 600_000 });
			await expect(delegate.getByRole('timer')).toHaveAccessibleName(/^Đã nói 0[01]:\d\d trên 10 phút$/);
		});

		await test.step('more time is given once', async () => {
			await button(chair, 'Cho thêm 1 phút').click();
			await expect(wall.getByText('còn lại trong 11 phút')).toBeVisible();
			await expect(button(chair, 'Cho thêm 1 phút')).toBeHidden();
			await cast.refused('ha', 'floor.extend', { seat: 'ĐB-38' }, { code: 'alreadyExtended' });
		});

		await test.step('called while writing at a bridge point: it comes as a bar, and nothing typed is lost', async () => {
			await button(away, 'Sửa nội dung').click();
			await away.getByRole('textbox', { name: 'Nội dung muốn nói' }).fill('Ưu tiên đường truyền cho 31 xã');
			await button(reader, 'Kết thúc phát biểu').click();
			await expect(wall.getByRole('heading', { level: 1 })).toContainText('Kỳ họp thứ 6');
			await ha.keyboard.press('Alt+M');
			await expect(away.getByRole('alert').filter({ hasText: 'Chủ tọa mời ông phát biểu' })).toBeVisible();
			await expect(call(away)).toBeHidden();
			await expect(away.getByRole('textbox', { name: 'Nội dung muốn nói' })).toHaveValue(
				'Ưu tiên đường truyền cho 31 xã'
			);
			await away.keyboard.press('Escape');
			await button(away, 'Mở').click();
			await expect(call(away)).toContainText('micro của điểm cầu');
			await button(away, 'Bắt đầu nói').click();
			await expect(wall.getByText('Điểm cầu xã Tân Hòa')).toBeVisible();
			await showState(wall, '08d');
		});
		await cast.close();
	}
);

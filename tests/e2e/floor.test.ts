// Item 7 under discussion, as the demo has it: the third speaker is past his time, six wait. The chair goes on from there;
// whoever is called reads a paper, writes, or speaks, and everybody else sees the same on his own screen.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { openVote, pairedWall, stepUp, takeUp } from '../support/voting-hall.ts';
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
			await delegate.getByRole('button', { name: 'Hoàn tác' }).click();
			await expect(ha.getByText('6 đang chờ')).toBeVisible();
			await button(delegate, 'Đăng ký phát biểu').click();
			await expect(ha.getByText('7 đang chờ')).toBeVisible();
			await showState(delegate, '03b');
			await cast.command(toan, 'floor.withdraw');
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

test('the queue is the chair’s to order, and a call waits beside a vote or at a console', async ({
	browser
}) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	const item = await takeUp(cast, 11);
	for (const who of [toan, yen, thinh]) await cast.command(who, 'floor.requestToSpeak');
	const at = `${product.origin}/meetings/${cast.meeting}`;
	const open = async (who: string, path: string, size?: 'laptop') => {
		const page = await cast.page(who, size);
		await page.goto(`${at}/${path}`);
		return page;
	};
	const [ha, lien] = [await open('ha', 'console', 'laptop'), await open('db10', 'console', 'laptop')];
	const [chair, delegate] = [await open('db01', 'chair'), await open(toan, 'session')];
	const inRow = (page: Page, place: number) =>
		page
			.getByRole('list', { name: 'Đăng ký phát biểu' })
			.getByRole('listitem')
			.nth(place - 1);

	await test.step('the chair puts another one first, and the delegate reads his new place', async () => {
		await expect(delegate.getByRole('heading', { name: 'Ông đứng thứ 1' })).toBeVisible();
		await inRow(chair, 2).getByRole('button', { name: 'Đổi chỗ: bà Vũ Thị Kim Yến', exact: true }).click();
		await chair.getByRole('menuitem', { name: 'Lên', exact: true }).click();
		await expect(delegate.getByRole('heading', { name: 'Ông đứng thứ 2' })).toBeVisible();
		await expect(delegate.getByText('Sau bà Vũ Thị Kim Yến.')).toBeVisible();
		await cast.refused('db01', 'floor.order', { seats: ['ĐB-04'] }, { code: 'queueChanged' });
	});

	await test.step('the secretary adds one who raised his hand, whose clock the chair starts and ends', async () => {
		await button(ha, 'Thêm người…').click();
		const dialog = ha.getByRole('dialog', { name: 'Ghi người giơ tay' });
		await dialog.getByLabel('Đại biểu có mặt').selectOption('ĐB-38');
		await dialog.getByRole('button', { name: 'Ghi vào danh sách' }).click();
		await expect(inRow(chair, 4)).toContainText('Bà Hà Thị Hồng Tuyết');
		await button(chair, 'Mời bà Hà Thị Hồng Tuyết').click();
		await button(chair, 'Tính giờ').click();
		await expect(chair.getByText('Đang phát biểu', { exact: true })).toBeVisible();
		await button(chair, 'Kết thúc phần của bà Hà Thị Hồng Tuyết').click();
		await expect(chair.getByText('Đang phát biểu', { exact: true })).toBeHidden();
	});

	await test.step('whoever is called may let the next one go first', async () => {
		await button(chair, 'Mời ông Nguyễn Quốc Toàn').click();
		await call(delegate).getByRole('button', { name: 'Xin lùi một lượt' }).click();
		await expect(delegate.getByRole('heading', { name: 'Ông đứng thứ 2' })).toBeVisible();
		await cast.refused(toan, 'floor.defer', {}, { code: 'nobodySpeaking' });
	});

	await test.step('a secretary who is a delegate is called by a bar over her console, never by a sheet', async () => {
		await cast.command('db10', 'floor.requestToSpeak');
		await button(chair, 'Mời bà Đặng Thị Kim Liên').click();
		await expect(lien.getByRole('alert').filter({ hasText: 'Chủ tọa mời bà phát biểu' })).toBeVisible();
		await expect(call(lien)).toBeHidden();
		await showState(lien, '05i');
		await button(lien, 'Mở').click();
		await button(lien, 'Bắt đầu nói').click();
		await button(lien, 'Kết thúc phát biểu').click();
		await expect(lien.getByText('Bà đang phát biểu')).toBeHidden();
	});

	await test.step('called while a vote is open he has both, and votes as well as speaks', async () => {
		await stepUp(cast);
		await openVote(cast, item, 'V05');
		const choice = (name: string) => delegate.getByRole('radio', { name: new RegExp(`^${name}`) });
		await expect(choice('Tán thành')).toBeVisible();
		await cast.command('ha', 'floor.grant', { seat: 'ĐB-04', after: null });
		await expect(delegate.getByRole('alert').filter({ hasText: 'Chủ tọa mời ông phát biểu' })).toBeVisible();
		await expect(call(delegate)).toBeHidden();
		await showState(delegate, '03q');
		await choice('Tán thành').click();
		await expect(delegate.getByText(/Đã ghi nhận: Tán thành/).first()).toBeVisible();
		await button(delegate, 'Mở').click();
		await button(delegate, 'Bắt đầu nói').click();
		await expect(delegate.getByText('Ông đang phát biểu')).toBeVisible();
		await expect(delegate.getByText(/Đã ghi nhận: Tán thành/).first()).toBeVisible();
		await button(delegate, 'Kết thúc phát biểu').click();
	});
	await cast.close();
});

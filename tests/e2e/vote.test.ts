// One vote as those see it who press: Toàn is shown every state of the sheet, Thịnh has two devices, Nghĩa's line fails, and
// the wall tells the hall no more than it may know. Everybody else presses over http.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { RoundId } from '#domain/journal/ids.ts';
import { atWork, meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { absent, Cast, everybody, late } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { openVote, pairedWall, press, stepUp, takeUp } from '../support/voting-hall.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('opened')));
test.afterAll(() => product.close());

const [chair, vinh, toan, thinh, nghia] = ['db01', 'db36', 'db04', 'db21', 'db34'];
/** The chair and Vinh are present and do not press. */
const others = everybody.filter((who) => ![chair, vinh, toan, thinh, nghia, late, ...absent].includes(who));
const slow = others.slice(-9);
const fewMs = 30_000;
const choice = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Thông qua chương trình kỳ họp' });
const live = (page: Page) => expect(page.getByText('Sắp chạm được').first()).toBeHidden();
const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

/** The vote's item is in hand on four tablets and on the wall. */
async function hallBeforeTheVote(browser: Browser) {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	const wall = await pairedWall(cast);
	const item = await takeUp(cast, 2);
	const session = `${product.origin}/meetings/${cast.meeting}/session`;
	const tablet = await cast.page(toan);
	await tablet.clock.install();
	const [first, second] = [await cast.page(thinh), await atWork(browser, product, thinh)];
	const weak = await cast.page(nghia);
	for (const page of [tablet, first, second, weak]) {
		await page.goto(session);
		await expect(title(page)).toHaveText('Thông qua chương trình kỳ họp');
	}
	return { cast, wall, item, tablet, first, second, weak, session };
}

test('a vote is cast on tablets and over a line that fails, and is known when it is announced', async ({
	browser
}) => {
	test.slow(); // twelve states in two themes
	const { cast, wall, item, tablet, first, second, weak, session } = await hallBeforeTheVote(browser);

	/** Every state is shown while there is time: the chair gives thirty seconds more where few are left. */
	const more = async (round: RoundId) => {
		const until = (await cast.live()).rounds.at(-1)?.until ?? 0;
		if (until - Date.now() < fewMs) await cast.command(chair, 'voting.extendTime', { round });
	};

	const round = await test.step('it opens over everything, and takes nothing for 600 ms', async () => {
		await tablet.getByRole('button', { name: /Khai mạc/ }).click();
		await tablet.clock.pauseAt(Date.now() + 2_000);
		const opened = await openVote(cast, item, 'V01');
		await expect(sheet(tablet)).toBeVisible();
		await expect(sheet(tablet).getByRole('heading', { level: 1 })).toBeFocused();
		await tablet.keyboard.press('1');
		await expect(tablet.getByText('Sắp chạm được')).toHaveCount(3);
		await expect(tablet.getByRole('radio', { checked: true })).toHaveCount(0);
		await showState(tablet, '03j', { axe: false }); // axe waits by the clock that stands still
		await tablet.clock.resume();
		return opened;
	});

	await test.step('the first vote explains what not voting means, beside live buttons', async () => {
		await live(tablet);
		await more(round);
		await showState(tablet, '03n');
		await tablet.getByRole('button', { name: 'Đã rõ' }).click();
		await more(round);
		await showState(tablet, '03d');
	});

	await test.step('folded it is a red bar over the page that was open', async () => {
		await tablet.keyboard.press('Escape');
		await expect(tablet.getByRole('alert').filter({ hasText: 'Chưa biểu quyết' })).toBeVisible();
		await expect(title(tablet)).toHaveText(/^Khai mạc/);
		await more(round);
		await showState(tablet, '03l');
		await tablet.getByRole('button', { name: 'Biểu quyết ngay' }).click();
	});

	await test.step('a double tap gives one ballot, with a receipt', async () => {
		await live(tablet);
		await choice(tablet, 'Tán thành').dblclick();
		await expect(tablet.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
		await expect(tablet.getByText(/Mã biên nhận [2-9A-Z]{4}-[2-9A-Z]{4}/)).toBeVisible();
		await more(round);
		await showState(tablet, '03e');
		await tablet.getByRole('button', { name: 'Đọc tiếp' }).click();
		await showState(tablet, '03k');
	});

	await test.step('on two devices of one person the last press counts, and each shows it', async () => {
		await live(first);
		await choice(first, 'Tán thành').click();
		await expect(first.getByText('Đã ghi nhận: Tán thành')).toBeVisible();
		await choice(second, 'Không tán thành').click();
		await expect(second.getByText('Đã ghi nhận: Không tán thành')).toBeVisible();
		await expect(first.getByText('Đã ghi nhận: Không tán thành')).toBeVisible({ timeout: 15_000 });
	});

	await test.step('a line that fails: the press stays, and is sent by itself when it is back', async () => {
		await live(weak);
		await weak.context().setOffline(true);
		await choice(weak, 'Không biểu quyết').click();
		await expect(weak.getByRole('alert').filter({ hasText: 'chưa tới máy chủ' })).toBeVisible();
		await more(round);
		await showState(weak, '03f');
		await weak.context().setOffline(false);
		await expect(weak.getByText('Đã ghi nhận: Không biểu quyết')).toBeVisible();
	});

	await test.step('the wall tells who has pressed, and not what', async () => {
		const approve = async (who: string) => void (await press(cast, who, { round, choice: 'approve' }));
		await cast.others(approve, { but: [nghia, late, ...slow] });
		const pressed = others.length - slow.length + 3;
		await more(round);
		await expect(wall.getByRole('img', { name: `${pressed} ghế đã biểu quyết` })).toBeVisible();
		await expect(wall.locator('.hemi[role=img] [data-v=cast]')).toHaveCount(pressed);
		await expect(wall.locator('[data-v=approve]')).toHaveCount(0);
		await showState(wall, '08e');
		await Promise.all(slow.map(approve));
	});

	await test.step('whoever is not present is refused, and offered to check in', async () => {
		const refused = await press(cast, 'db17', { round, choice: 'approve' });
		expect([refused.status, refused.json()]).toMatchObject([409, { code: 'notPresent' }]);
		const page = await cast.page(late);
		await page.goto(session);
		await expect(page.getByText('chưa điểm danh.')).toBeVisible();
		await sheet(page).getByRole('button', { name: 'Tôi có mặt' }).click();
		await expect(page.getByText('chưa điểm danh.')).toBeHidden();
	});

	await test.step('closed, each device says which ballot counts, and nobody knows the result', async () => {
		await cast.command('db01', 'voting.closeRound', { round });
		await expect(first.getByText('Phiếu được tính: Không tán thành')).toBeVisible();
		await expect(tablet.getByText('Chờ công bố')).toBeVisible();
		await expect(wall.getByText('Chờ công bố').first()).toBeVisible();
		expect((await press(cast, 'db02', { round, choice: 'disapprove' })).status).toBe(409);
		await expect(wall.getByText('Được thông qua')).toBeHidden();
	});

	await test.step('announced, it opens once everywhere, counted on all members', async () => {
		await cast.command('db01', 'voting.announce', { round });
		const approve = others.length + 1;
		await expect(tablet.getByText('Được thông qua')).toBeVisible();
		await expect(tablet.getByText('trên 60 đại biểu tán thành')).toBeVisible();
		const facts = tablet.getByRole('dialog').getByRole('listitem');
		await expect(facts).toHaveText([
			new RegExp(String.raw`^\s*Tán thành\s*\(lựa chọn của ông\)\s*${approve}\s*$`),
			/^\s*Không tán thành\s*1\s*$/,
			/^\s*Không biểu quyết\s*1\s*$/,
			/^\s*Có mặt, không bấm nút\s*3\s*$/,
			/^\s*Vắng mặt\s*3\s*$/
		]);
		await expect(wall.getByText(`${approve} trên 60 đại biểu`)).toBeVisible();
		await tablet.mouse.move(0, 0);
		await showState(tablet, '03g');
		await showState(wall, '08f');
	});

	await test.step('put away it does not come back by itself, and the page is as it was', async () => {
		await tablet.getByRole('button', { name: 'Đóng kết quả' }).click();
		await expect(title(tablet)).toHaveText(/^Khai mạc/);
		await cast.command('ha', 'meetings.endItem');
		await expect(tablet.getByRole('dialog')).toBeHidden();
		await tablet.getByRole('button', { name: /Thông qua chương trình/ }).click();
		await tablet.getByRole('button', { name: 'Xem kết quả' }).click();
		await expect(tablet.getByText('Được thông qua').last()).toBeVisible();
	});
	await second.context().close();
	await cast.close();
});

// The settings name a video server where nothing answers. The point, the console and the hall say so where it is their matter,
// and the session goes on without: the floor, and a vote.
import { expect, test, type Page } from '@playwright/test';
import { meetingOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { openVote, pairedWall, press, stepUp, takeUp } from '../support/voting-hall.ts';

let product: Product;
test.beforeAll(async () => void (product = await startProduct('opened', { video: 'unreachable' })));
test.afterAll(() => product.close());

test('a session goes on where the video server never answers', async ({ browser }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	const at = (path: string) => `${product.origin}/meetings/${cast.meeting}/${path}`;
	const wall = await pairedWall(cast);
	const [ha, point] = [await cast.page('ha', 'laptop'), await cast.page('thkt', 'hall')];
	await Promise.all([ha.goto(at('console')), point.goto(at('point'))]);
	const reads = (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible();

	await test.step('the point and the console say what is off, the hall shows its agenda', async () => {
		await reads(point, 'Chưa tới được máy chủ hình ảnh. Máy tự thử lại.');
		await reads(ha, 'Chưa tới được máy chủ hình ảnh. Hàng chờ và quyền phát biểu không bị ảnh hưởng.');
		await point.getByRole('button', { name: 'Vào trước, xác nhận sau' }).click();
		await expect(wall.getByText('máy chủ hình ảnh')).toBeHidden();
	});

	await test.step('who has the floor at the point is told that the hall does not hear him', async () => {
		await takeUp(cast, 3);
		await cast.command('db21', 'floor.requestToSpeak', { subject: 'Đường truyền của xã' });
		await cast.command('db01', 'floor.grant', { seat: 'ĐB-21', after: null });
		await cast.command('db21', 'floor.beginSpeech');
		await reads(point, 'Hội trường chưa nghe thấy điểm cầu này.');
		await expect(point.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeHidden();
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Ông Lò Xuân Thịnh');
		await cast.command('db21', 'floor.yield');
	});

	await test.step('a vote is opened, cast, closed and announced', async () => {
		const round = await openVote(cast, await takeUp(cast, 2), 'V01');
		expect((await press(cast, 'db21', { round, choice: 'approve' })).status).toBe(200);
		await cast.command('db01', 'voting.closeRound', { round });
		await cast.command('db01', 'voting.announce', { round });
		await reads(wall, 'Không được thông qua');
	});
	await cast.close();
});

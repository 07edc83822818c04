// The first page: what is on, what waits, and how it goes on when the line is lost.
import { expect, test, type Page } from '@playwright/test';
import type { MeetingId } from '#domain/journal/ids.ts';
import { atWork, meetingOf, overHttp } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { showState } from '../support/shown-state.ts';

let product: Product;
let meeting: MeetingId;
test.beforeAll(async () => {
	product = await startProduct('called');
	meeting = await meetingOf(product);
});
test.afterAll(() => product.close());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Điều hướng chính' });
const waiting = (page: Page) => page.getByRole('heading', { name: /^Việc chờ/ });
/** In the browser: the first line of a page's data arrives, what it promises waits until `released`. */
function holdWhatIsPromised() {
	const { fetch } = globalThis;
	const released = new Promise((resolve) => addEventListener('released', resolve, { once: true }));
	globalThis.fetch = async (...asked) => {
		const answer = await fetch(...asked);
		if (!String(asked[0]).includes('__data.json')) return answer;
		const [first = '', ...rest] = (await answer.text()).split(/(?<=\n)/);
		const body = new ReadableStream<string>({
			async start(lines) {
				lines.enqueue(first);
				await released;
				for (const line of rest) lines.enqueue(line);
				lines.close();
			}
		});
		const { status, headers } = answer;
		return new Response(body.pipeThrough(new TextEncoderStream()), { status, headers });
	};
}
const invitation = (page: Page) => page.getByRole('link', { name: /^Giấy mời: Kỳ họp thứ 6/ });

test('a delegate finds the meeting of the day, what waits and the week', async ({ browser }) => {
	const toan = await atWork(browser, product, 'db04');
	await expect(heading(toan)).toHaveText('Hôm nay của ông Quốc Toàn');
	await expect(toan.getByRole('main').getByRole('link', { name: 'Vào phòng họp' })).toBeVisible();
	await expect(toan.getByText('Chỗ của ông: ĐB-04.')).toBeVisible();
	await expect(waiting(toan)).toContainText('1');
	await showState(toan, '02a');

	await toan.getByRole('group', { name: 'Chọn ngày trong tuần' }).getByRole('button').first().click();
	await expect(toan.getByRole('complementary', { name: 'Lịch' })).toContainText(/phiên họp|Hội trường/);
	await invitation(toan).click();

	await expect(heading(toan)).toHaveText(/^Kỳ họp thứ 6/);
	await expect(toan.getByRole('heading', { level: 2 })).toHaveCount(3);
	await expect(toan.getByText('ghế ĐB-04')).toBeVisible();
	await expect(toan.getByRole('link', { name: /313\/TTr-UBND/ })).toBeVisible();
	await toan.getByRole('link', { name: 'Vào phòng họp' }).click();
	await expect(toan).toHaveURL(`${product.origin}/meetings/${meeting}/session`);
	await toan.context().close();
});

test('what was seen waits no longer, and then nothing waits', async ({ browser }) => {
	const vinh = await atWork(browser, product, 'db05');

	await vinh.getByRole('button', { name: /^Đã xem: Giấy mời/ }).click();

	await expect(vinh.getByRole('heading', { name: /không còn việc nào chờ$/ })).toBeVisible();
	await expect(invitation(vinh)).toBeHidden();
	await showState(vinh, '02c');
	await vinh.reload();
	await expect(waiting(vinh)).toBeHidden();
	await vinh.context().close();
});

test('the frame comes first where its content is slow', async ({ browser }) => {
	const mai = await atWork(browser, product, 'db06');
	await rail(mai).getByRole('link', { name: 'Cuộc họp' }).click();
	await expect(mai).toHaveURL(`${product.origin}/meetings`);
	await mai.evaluate(holdWhatIsPromised);

	await rail(mai)
		.getByRole('link', { name: /^Hôm nay/ })
		.click();

	await expect(mai.getByRole('main')).toHaveAttribute('aria-busy', 'true');
	await expect(mai.getByRole('status').filter({ hasText: 'Đang tải' })).toBeAttached();
	await mai.evaluate(() => dispatchEvent(new Event('released')));
	await expect(heading(mai)).toHaveText(/^Hôm nay của/);
	await mai.context().close();
});

test('a lost line takes nothing away, and what came meanwhile is there when it is back', async ({
	browser
}) => {
	const toan = await atWork(browser, product, 'db04');
	await expect(invitation(toan)).toBeVisible();

	await toan.context().setOffline(true);

	await expect(toan.getByText('Đang ngoại tuyến từ')).toBeVisible();
	await expect(toan.getByText('Trang đang mở vẫn đọc được.')).toBeVisible();
	await expect(heading(toan)).toHaveText('Hôm nay của ông Quốc Toàn');
	await toan.getByRole('button', { name: 'Thử lại' }).click();
	await toan.getByRole('button', { name: /^Đã xem: Giấy mời/ }).click();
	await expect(toan.getByText('Chưa ghi được, giấy này vẫn chờ')).toBeVisible();
	await expect(invitation(toan)).toBeVisible();
	await showState(toan, '02b');
	await toan.context().setOffline(false);
	await expect(toan.getByText('Đang ngoại tuyến từ')).toBeHidden({ timeout: 20_000 });
	await toan.context().close();
});

test('a screen that is not for his part says so, and leads back', async ({ browser }) => {
	const toan = await atWork(browser, product, 'db04');

	for (const screen of ['console', 'chair', 'prepare/agenda']) {
		const answer = await toan.goto(`${product.origin}/meetings/${meeting}/${screen}`);
		expect(answer?.status(), screen).toBe(403);
		await expect(heading(toan)).toHaveText('Trang này không dành cho vai của tài khoản này');
	}
	await toan.getByRole('link', { name: 'Về trang Hôm nay', exact: true }).click();

	await expect(toan).toHaveURL(`${product.origin}/`);
	await toan.context().close();
	const caller = await overHttp(product, 'db04');
	expect((await caller.get(`/live/${meeting}?as=secretariat`)).status).toBe(403);
});

import { expect, test, type Page } from '@playwright/test';
import { connectOnce } from '../../scripts/migrate.ts';
import {
	atWork,
	meetingOf,
	overHttp,
	passwordOf,
	signInByPassword,
	signInByTap,
	typeAtTheDoor
} from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { showState } from '../support/shown-state.ts';
import { shows } from './shows.ts';

const wrong = 'minhgiang2026';
const nameField = (page: Page) => page.getByLabel('Tên đăng nhập');
const passwordField = (page: Page) => page.getByLabel('Mật khẩu');
const door = (page: Page, product: Product) => page.goto(`${product.origin}/sign-in?account`);

test.describe('at the door', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('people')));
	test.afterAll(() => product.close());

	test('a name and a password let in, to the page that was wanted', shows(5, 60), async ({ page }) => {
		await door(page, product);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng nhập');
		await showState(page, '01a');

		await signInByPassword(page, product, 'db04', '/ca?lang=en');

		expect((await page.context().cookies()).find(({ httpOnly, secure }) => httpOnly && secure)).toBeTruthy();
	});

	test('of a demo, a tap on a role is enough', async ({ page }) => {
		await page.goto(`${product.origin}/sign-in?next=/ca`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem thử với vai…');
		await expect(page.getByRole('button', { name: 'Chủ tọa Đỗ Hữu Cường' })).toBeVisible();
		await showState(page, '01e');

		await signInByTap(page, 'db04');

		await expect(page).toHaveURL(`${product.origin}/ca`);
	});

	test('a wrong password says what the next one costs, and keeps what was typed', async ({ page }) => {
		await door(page, product);

		await typeAtTheDoor(page, 'db05', wrong);

		await expect(page.getByText('Sai 4 lần nữa thì phải chờ 1 phút.')).toBeVisible();
		await expect(nameField(page)).toHaveValue('db05');
		await expect(passwordField(page)).toHaveValue(wrong);
		await expect(passwordField(page)).toBeFocused();
	});

	test('five wrong passwords make this name wait here; it goes on elsewhere', async ({ page, browser }) => {
		const known = await atWork(browser, product, 'db06');
		await known.context().clearCookies({ name: 'sign-in' });
		await door(page, product);
		for (let left = 4; left > 1; left--) {
			await typeAtTheDoor(page, 'db06', wrong);
			await expect(page.getByText(`Sai ${left} lần nữa`)).toBeVisible();
		}
		await typeAtTheDoor(page, 'db06', wrong);
		await expect(page.getByText('Sai nữa thì phải chờ 1 phút.')).toBeVisible();
		await showState(page, '01b');

		await typeAtTheDoor(page, 'db06', wrong);

		await expect(page.getByRole('timer')).toHaveText(/Thử lại sau \d+ giây/);
		await expect(page.getByText('Mật khẩu sai 5 lần. Tài khoản không bị khóa.').first()).toBeVisible();
		await expect(page.getByRole('button', { name: /Đăng nhập, còn/ })).toBeDisabled();
		await showState(page, '01g');
		await signInByPassword(known, product, 'db06');
		await nameField(page).fill('db07');
		await typeAtTheDoor(page, 'db07', passwordOf(product, 'db07'));
		await expect(page).toHaveURL(`${product.origin}/`);
		await known.context().close();
	});

	test('a name of 300 characters is said to be wrong, and stays as typed', async ({ page }) => {
		const long = 'Đặng Thị Kim Liên '.repeat(17).slice(0, 300);
		await door(page, product);

		await typeAtTheDoor(page, long, wrong);

		await expect(page.getByText('Mật khẩu chưa đúng.')).toBeVisible();
		await expect(nameField(page)).toHaveValue(long);
	});

	test('a name is the same however its accents are typed', async ({ page }) => {
		const owner = connectOnce(product.ownerUrl);
		await owner`update accounts set sign_in_name = ${'toàn.nc'.normalize('NFC')} where sign_in_name = 'db08'`;
		await owner.end();
		await door(page, product);

		await typeAtTheDoor(page, 'TOÀN.NC'.normalize('NFD'), passwordOf(product, 'db08'));

		await expect(page).toHaveURL(`${product.origin}/`);
	});
});

test.describe('a sign-in that was ended', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('called')));
	test.afterAll(() => product.close());

	test('ends the streams that were open by it', async () => {
		const meeting = await meetingOf(product);
		const toan = await overHttp(product, 'db04');
		const stream = toan.listen(`/live/${meeting}`);
		await expect.poll(() => stream.heard.map(({ event }) => event)).toContain('view');

		await toan.postForm('/sign-out', {});

		await expect.poll(() => stream.state.ended, { timeout: 10_000 }).toBe(true);
		expect((await toan.get('/live/me')).status).toBe(401);
	});

	test('leaves nothing to come back to', async ({ page }) => {
		await signInByPassword(page, product, 'db04');
		await page.getByRole('button', { name: /tài khoản: Nguyễn Quốc Toàn/ }).click();

		await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();

		await expect(page).toHaveURL(/\/sign-in/);
		await page.goto(`${product.origin}/meetings`);
		await expect(page).toHaveURL(/\/sign-in.*next=%2Fmeetings/);
	});
});

test.describe('a vote that is open', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('voteOpen')));
	test.afterAll(() => product.close());

	test('is closed by the chair once he has shown who he is', async ({ browser }) => {
		const cuong = await atWork(browser, product, 'db01');
		await cuong.goto(`${product.origin}/meetings/${await meetingOf(product)}/chair`);
		await cuong.getByRole('button', { name: 'Đóng biểu quyết' }).click();
		await cuong
			.getByRole('dialog', { name: /Vẫn đóng\?/ })
			.getByRole('button', { name: 'Đóng biểu quyết' })
			.click();
		const asked = cuong.getByRole('dialog', { name: 'Xác nhận đây là ông Đỗ Hữu Cường' });
		await expect(asked.getByLabel('Mật khẩu')).toBeFocused();
		await showState(cuong, '07i');

		await asked.getByLabel('Mật khẩu').fill(wrong);
		await asked.getByRole('button', { name: 'Xác nhận' }).click();
		await expect(asked.getByText('Mật khẩu chưa đúng.')).toBeVisible();
		await asked.getByLabel('Mật khẩu').fill(passwordOf(product, 'db01'));
		await asked.getByRole('button', { name: 'Xác nhận' }).click();

		await expect(cuong.getByText('Chỉ chủ tọa đang thấy').first()).toBeVisible();
		await cuong.context().close();
	});
});

test.describe('an installation that is no demo', () => {
	let product: Product;
	test.beforeAll(async () => {
		product = await startProduct('people');
		const owner = connectOnce(product.ownerUrl);
		await owner`update installation set value = 'false' where key = 'demo'`;
		await owner.end();
	});
	test.afterAll(() => product.close());

	test('has no page of roles, and no tap that lets in', async ({ page }) => {
		const answer = await page.goto(`${product.origin}/sign-in/demo`);
		const tap = await product.caller().postForm('/sign-in/demo', { name: 'db04' });

		expect(answer?.status()).toBe(404);
		expect([tap.status, tap.headers['set-cookie']?.join(' ') ?? '']).toEqual([
			404,
			expect.not.stringContaining('sign-in=')
		]);
		await page.goto(`${product.origin}/sign-in`);
		await expect(nameField(page)).toBeVisible();
		await expect(page.getByText('Xem thử')).toHaveCount(0);
	});
});

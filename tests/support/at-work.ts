// People of the demo at work: in a browser of their own, or over http where no screen of theirs is looked at. Everybody
// signs in by the real form.
import { expect, type Browser, type Page } from '@playwright/test';
import type { MeetingId } from '#domain/journal/ids.ts';
import { connectOnce } from '../../scripts/migrate.ts';
import { sizes, type Size } from '../e2e/states.ts';
import type { Caller } from './caller.ts';
import type { Product } from './product.ts';

/** The password that was made for somebody with the demo. */
export function passwordOf(product: Product, signInName: string): string {
	const account = product.accounts.find(({ signIn }) => signIn === signInName);
	if (!account) throw new Error(`${signInName} is nobody of the demo`);
	return account.password;
}

/** What is typed at the door; the answer may be a refusal. */
export async function typeAtTheDoor(page: Page, name: string, password: string): Promise<void> {
	await page.getByLabel('Tên đăng nhập').fill(name);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Signs in by name and password, and stands on the first page, or on `next`. */
export async function signInByPassword(
	page: Page,
	product: Product,
	signInName: string,
	next = '/'
): Promise<void> {
	await page.goto(`${product.origin}/sign-in?account&next=${encodeURIComponent(next)}`);
	await typeAtTheDoor(page, signInName, passwordOf(product, signInName));
	await expect(page).toHaveURL(product.origin + next);
}

/** Taps somebody on the demo's page, on which the page stands. */
export async function signInByTap(page: Page, signInName: string): Promise<void> {
	await page.locator(`button[name="name"][value="${signInName}"]`).click();
	await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Somebody before a browser of his own, signed in by his password. */
export async function atWork(
	browser: Browser,
	product: Product,
	signInName: string,
	size: Size = 'tablet'
): Promise<Page> {
	const context = await browser.newContext({ viewport: sizes[size] });
	const page = await context.newPage();
	await signInByPassword(page, product, signInName);
	return page;
}

/** Somebody who acts without a browser, signed in by the form of the door. */
export async function overHttp(product: Product, signInName: string): Promise<Caller> {
	const caller = product.caller();
	const password = passwordOf(product, signInName);
	const answer = await caller.postForm('/sign-in?account', { name: signInName, password });
	if (answer.status !== 303) throw new Error(`${signInName} was not let in: ${answer.status} ${answer.text}`);
	return caller;
}

/** The meeting that the scene is about. */
export async function meetingOf(product: Product): Promise<MeetingId> {
	const database = connectOnce(product.databaseUrl);
	const [row] = await database<{ meeting: MeetingId }[]>`select meeting from live_meetings`;
	await database.end();
	if (!row) throw new Error('no meeting is called in this scene');
	return row.meeting;
}

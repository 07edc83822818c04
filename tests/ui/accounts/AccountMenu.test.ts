import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import AccountMenu from '#ui/accounts/AccountMenu.svelte';

const button = () => page.getByRole('button', { name: 'MN, tài khoản: Phạm Thị Minh Nguyệt' });

test('the account menu opens at the first press and gives the focus back', async () => {
	await render(AccountMenu, { name: 'Phạm Thị Minh Nguyệt' });
	button().element().focus();

	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('menuitem', { name: 'Đăng xuất' })).toBeVisible();
	await userEvent.keyboard('{Escape}');

	await expect.poll(() => page.getByRole('menu').elements()).toHaveLength(0);
	await expect.element(button()).toHaveFocus();
});

test('the chosen text size stands on the page at once and in a cookie for the next', async () => {
	await render(AccountMenu, { name: 'Phạm Thị Minh Nguyệt' });
	await button().click();

	await page.getByRole('menuitemradio', { name: 'Rất lớn' }).click();

	expect(document.documentElement.dataset.text).toBe('larger');
	expect(document.cookie).toContain('text-size=larger');
	await page.getByRole('menuitemradio', { name: 'Vừa' }).click();
	expect(document.documentElement.dataset.text).toBeUndefined();
	expect(document.cookie).not.toContain('text-size');
});

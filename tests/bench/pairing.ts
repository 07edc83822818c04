import { expect, type Page } from '@playwright/test';

/** A wall shows its code, and whoever is at the console types it. */
export async function pairHall(hall: Page, console: Page, origin: string): Promise<void> {
	await hall.goto(`${origin}/screen`);
	await expect(hall.locator('.code')).toHaveText(/^\d{3}\s?\d{3}$/);
	const code = (await hall.locator('.code').textContent()) ?? '';
	await console
		.getByRole('button', { name: /Ghép màn/ })
		.first()
		.click();
	await console.getByLabel('Mã trên màn hình').fill(code);
	await console.getByRole('button', { name: 'Ghép màn hình', exact: true }).click();
	await expect(hall).toHaveURL(/\/screen\/hall/);
	await console.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
}

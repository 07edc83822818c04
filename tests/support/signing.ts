// Signing and sealing by the words on the records' screens, and what a tool of others says of the files.
import { expect, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { passwordOf } from './at-work.ts';
import type { Product } from './product.ts';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const firstPage = (page: Page) => page.locator('[aria-label^="Trang 1 trên"][data-drawn]');

/** Signs or seals by the words of its button, once the very pages are there to be seen. */
export async function sign(page: Page, product: Product, signInName: string, act: string): Promise<void> {
	await expect(firstPage(page)).toBeVisible();
	await button(page, act).click();
	await page.getByRole('dialog').getByLabel('Mật khẩu').fill(passwordOf(product, signInName));
	await page.getByRole('dialog').getByRole('button', { name: act }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
}

/** What a tool says of a file; it must end well. */
export const said = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });

/** Who signed, in order; each signature must hold, and the last must cover the whole file. */
export function signersIn(file: string): string[] {
	const told = said('pdfsig', '-nocert', file);
	expect(told.match(/Signature is Valid/g)).toHaveLength(2);
	expect(told).toContain('Total document signed');
	return [...told.matchAll(/Signer Certificate Common Name: (.*)/g)].map(([, name]) => name?.trim() ?? '');
}

import { expect, test } from '@playwright/test';
import { networkAddresses } from '../../scripts/addresses.ts';
import { showState } from '../support/shown-state.ts';
import { startProduct, type Product } from '../support/product.ts';

test.describe('a device that comes for the first time', () => {
	let product: Product;
	test.beforeAll(async () => void (product = await startProduct('people')));
	test.afterAll(() => product.close());

	test('learns by plain http how to trust the authority, and nothing else', async ({ page }) => {
		const [address] = networkAddresses();
		test.fail(address === undefined, 'this machine has no address on a network');
		const plain = `http://${address}:${product.port}`;

		await page.goto(`${plain}/ca?device=android`);

		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cho máy này tin Nghị Sự, làm một lần');
		await expect(page.getByRole('link', { name: 'Android' })).toHaveAttribute('aria-current', 'page');
		await expect(page.getByRole('listitem')).toHaveCount(4);
		const other = await page.request.get(`${plain}/healthz`, { maxRedirects: 0 });
		expect(other.status()).toBe(308);
		expect(other.headers().location).toBe(`https://${address}:${product.port}/healthz`);
	});

	test('once it does, has a secure page under the name of the server', async ({ page }) => {
		await page.goto(`${product.origin}/ca?lang=en`);

		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Let this device trust Nghị Sự, once');
		expect(await page.evaluate(() => isSecureContext && 'subtle' in crypto)).toBe(true);
		await page.goto(`${product.origin}/ca?device=ipad&lang=vi`);
		await showState(page, '18d');
	});
});

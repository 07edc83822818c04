import { expect, test } from '@playwright/test';
import { sayVideoServer } from '#server/video/address.ts';
import { ensureRoom, tokenFor } from '#server/video/livekit.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Guest } from '../support/video-guest.ts';

test.describe('pictures', () => {
	let product: Product;
	test.beforeAll(async () => {
		product = await startProduct('people', { video: true });
		if (product.video) sayVideoServer({ state: 'given', ...product.video.address });
	});
	test.afterAll(() => product.close());

	test('are joined through the product’s own port, and by no other address', async ({ browser }) => {
		await ensureRoom('sitting');
		const may = { publish: ['camera'], subscribe: true, hidden: false } as const;
		const sockets: string[] = [];
		const join = async (identity: string) => {
			const guest = await Guest.at(browser, `${product.origin}/sign-in`);
			guest.page.on('websocket', (socket) => sockets.push(new URL(socket.url()).origin));
			const token = await tokenFor({ room: 'sitting', identity, name: identity, may });
			expect(await guest.join(product.origin, token ?? '')).toBe('joined');
			return guest;
		};
		const [point, hall] = [await join('point'), await join('hall')];

		expect(await point.publish('camera')).toBe('published');

		await expect.poll(() => hall.decoded()).toBeGreaterThan(10);
		expect(new Set(sockets)).toEqual(new Set([product.origin.replace('https', 'wss')]));
		const refused = await point.page.evaluate(
			() =>
				new Promise(
					(resolve) =>
						document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI)) ??
						new WebSocket('wss://elsewhere.example/rtc')
				)
		);
		expect(refused).toContain('elsewhere.example');
		await Promise.all([point.close(), hall.close()]);
	});
});

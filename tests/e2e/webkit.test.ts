// Thịnh holds an iPad: the engine of Safari, by the built product, from the door to the result of a vote. Others act over http.
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import { meetingOf, passwordOf } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { openVote, stepUp, takeUp } from '../support/voting-hall.ts';
import { WebKit } from '../support/webkit.ts';
import { sizes } from './states.ts';

let product: Product;
let ipad: WebKit;
test.beforeAll(async () => {
	product = await startProduct('opened');
	ipad = await WebKit.start(sizes.tablet);
});
test.afterEach(async ({ browserName: _ }, info) => {
	if (info.status !== 'passed') fs.writeFileSync(info.outputPath('ipad.png'), await ipad.picture());
});
test.afterAll(async () => {
	await ipad.close();
	await product.close();
});

const thinh = 'db21';
const inkOnPage = `
	const canvas = document.querySelector('[data-drawn] canvas');
	if (!canvas) return 0;
	const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
	let dark = 0;
	for (let at = 0; at < points.length; at += 4) if (points[at] < 128 && points[at + 3] > 128) dark++;
	return dark;`;

test('an iPad signs in, reads, votes and sees the result', async ({ browser }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	await stepUp(cast);
	const origin = `https://localhost:${product.port}`;

	await test.step('the door lets in', async () => {
		await ipad.goTo(`${origin}/sign-in?account&next=/meetings/${cast.meeting}/session`);
		await ipad.fill('Tên đăng nhập', thinh);
		await ipad.fill('Mật khẩu', passwordOf(product, thinh));
		await ipad.tap('Đăng nhập');
		await ipad.reads('Khai mạc');
	});

	await takeUp(cast, 3);
	await test.step('a paper of the item in hand is drawn', async () => {
		await ipad.tap('405/BC-UBND');
		await ipad.reads('Trang 1');
		await expect.poll(() => ipad.run<number>(inkOnPage)).toBeGreaterThan(1000);
	});

	const round = await openVote(cast, await takeUp(cast, 2), 'V01');
	await test.step('a vote opens over it, and is cast by one tap', async () => {
		await ipad.reads('Không biểu quyết');
		await ipad.readsNoMore('Sắp chạm được');
		await ipad.tap('Tán thành');
		await ipad.reads(/Đã ghi nhận: Tán thành/);
		await ipad.reads(/Mã biên nhận [2-9A-Z]{4}-[2-9A-Z]{4}/);
	});

	await test.step('announced, the result opens over it', async () => {
		await cast.command('db01', 'voting.closeRound', { round });
		await ipad.reads('Phiếu được tính: Tán thành');
		await cast.command('db01', 'voting.announce', { round });
		await ipad.reads('trên 60 đại biểu');
		await ipad.tap('Đóng kết quả');
		await expect.poll(() => ipad.run<number>(inkOnPage)).toBeGreaterThan(1000);
	});
	await cast.close();
});

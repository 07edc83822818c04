// Papers and presence by code: the secretary prints the sheet, Toàn scans it and the wall with a camera that films them, whoever
// has no camera types, and a code that is not ours, or good no longer, opens nothing.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import qrcode from 'qrcode';
import type { ItemId } from '#domain/journal/ids.ts';
import { connectOnce } from '../../scripts/migrate.ts';
import { atWork, meetingOf, passwordOf, typeAtTheDoor } from '../support/at-work.ts';
import { startProduct, type Product } from '../support/product.ts';
import { filmed, filmedWall, printed } from '../support/qr.ts';
import { browserWith } from '../support/chromium.ts';
import { Cast } from '../support/session-story.ts';
import { showState } from '../support/shown-state.ts';
import { pairedWall } from '../support/voting-hall.ts';

let product: Product;
let clip = '';
test.beforeAll(async () => {
	product = await startProduct('called');
	clip = path.join(product.dataFolder, 'camera.y4m');
});
test.afterAll(() => product.close());

const asked = (page: Page, name: RegExp | string) => page.getByRole('dialog', { name });
const hand = (page: Page) => page.getByLabel(/Gõ 8 ký tự|gõ 8 ký tự/);
const open = (page: Page) => page.getByRole('button', { name: 'Mở', exact: true });
const again = (page: Page) => page.getByRole('button', { name: 'Không phải mã này, quét lại' });
type Code = { readonly handle: string; readonly short_code: string; readonly item: ItemId | null };
async function codes(): Promise<readonly Code[]> {
	const database = connectOnce(product.databaseUrl);
	const rows = await database<Code[]>`select handle, short_code, item from sheet_codes`;
	await database.end();
	return rows;
}
const withoutFaults = async (page: Page) =>
	expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

test('codes open what they are of, check in, and nothing else', async ({ browser }) => {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	const { agenda, sittings } = (await cast.live()).meeting;
	const here = `${product.origin}/meetings/${cast.meeting}`;
	const first = await codes();
	const codeOf = (item: ItemId | null | undefined, rows = first) => {
		const row = rows.find((one) => one.item === item);
		if (!row) throw new Error('each item has a code');
		return row;
	};
	const office = await cast.page('ha', 'laptop');
	const budget = codeOf(agenda[2]?.id);
	fs.writeFileSync(clip, '');

	await test.step('the secretary prints the sheet: a code for the meeting and for each item', async () => {
		await office.goto(here);
		await office.getByRole('link', { name: 'In tờ mã QR' }).click();
		await expect(office.getByRole('heading', { level: 1, name: 'Tờ mã QR' })).toBeVisible();
		await withoutFaults(office);
		const { text, pages } = await printed(await office.pdf({ format: 'A4', printBackground: true }));
		expect(pages[0]).toEqual([`${product.origin}/q/${codeOf(null).handle}`]);
		expect(pages.flat().toSorted()).toEqual(
			first.map(({ handle }) => `${product.origin}/q/${handle}`).toSorted()
		);
		for (const { short_code: code } of first) expect(text).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
		expect(text).toContain(new URL(product.origin).host);
		expect(text).not.toContain('Làm mã mới');
	});

	await test.step('a code on paper asks for the sign-in first, and comes back to the item', async () => {
		const phone = await cast.device('phone');
		await phone.goto(`${product.origin}/q/${budget.handle}`);
		await phone.goto(`${product.origin}/sign-in?account&next=${encodeURIComponent(`/q/${budget.handle}`)}`);
		await typeAtTheDoor(phone, 'db21', passwordOf(product, 'db21'));
		await expect(phone).toHaveURL(`${here}#item-${budget.item}`);
		await expect(phone.locator(`#item-${budget.item}`)).toBeInViewport();
	});

	const films = await browserWith(() => true, `--use-file-for-fake-video-capture=${clip}`);
	const show = (png: Uint8Array, how: { sharp?: boolean; size?: number } = {}) =>
		filmed(office, { png, file: clip, ...how });
	const onPaper = await office.locator('.qr-card').nth(3).locator('img').screenshot();
	await show(await office.locator('.qr-card').nth(3).screenshot());
	const toan = await atWork(films, product, 'db04');
	const elsewhere: string[] = [];
	toan.on('request', (request) => {
		if (!request.url().startsWith(product.origin)) elsewhere.push(request.url());
	});
	const refusedByPolicy: string[] = [];
	toan.on('console', (message) => {
		if (/Content Security Policy/.test(message.text())) refusedByPolicy.push(message.text());
	});
	await toan.addInitScript(() => {
		const films = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
		navigator.mediaDevices.getUserMedia = async (wanted) => {
			const stream = await films(wanted);
			Object.assign(globalThis, { filming: stream });
			return stream;
		};
	});
	const filming = () =>
		toan.evaluate(() => {
			const { filming } = globalThis as unknown as { filming: MediaStream };
			return filming.getTracks().map(({ readyState }) => readyState);
		});

	await test.step('Toàn scans an item on paper: it is asked first, then opened, and the camera let go', async () => {
		await toan.goto(product.origin);
		await toan.getByRole('link', { name: 'Quét mã' }).click();
		const sheet = asked(toan, `Mở mục 3: ${agenda[2]?.title}?`);
		await expect(sheet).toBeVisible();
		await expect(again(toan)).toBeFocused();
		expect(new URL(toan.url()).pathname).toBe('/scan');
		await sheet.getByRole('button', { name: 'Mở', exact: true }).click();
		await expect(toan).toHaveURL(`${here}#item-${budget.item}`);
		expect(await filming()).toEqual(['ended']);
	});

	await test.step('codes that are not ours are said with the host they name, and never followed', async () => {
		const spoken = toan.locator('.scan__say p');
		for (const [text, words] of [
			[`https://evil.example/q/${budget.handle}`, 'evil.example'],
			['javascript:fetch("/sign-out",{method:"POST"})', 'javascript:'],
			[`${product.origin}/sign-out`, new URL(product.origin).host],
			['Kỳ họp thứ 6', 'chỉ chứa chữ']
		] as const) {
			await show(await qrcode.toBuffer(text, { width: 600 }));
			await toan.goto(`${product.origin}/scan`);
			await expect(spoken).toContainText(words);
			await expect(spoken).toContainText('Chưa mở gì cả');
			expect(new URL(toan.url()).pathname).toBe('/scan');
		}
		expect(elsewhere).toEqual([]);
	});

	const wall = await pairedWall(cast);
	await test.step('while no code can be read the picture stands, with the code by hand below', async () => {
		await show(onPaper, { sharp: false, size: 0.6 });
		await toan.goto(`${product.origin}/scan`);
		await expect(toan.getByText('Đưa mã QR vào khung')).toBeVisible();
		await showState(toan, '02d');
		await hand(toan).fill('LG7K');
		await hand(toan).press('Enter');
		await expect(toan.getByText(/Mã có đúng 8 ký tự/)).toBeVisible();
		await hand(toan).fill(budget.short_code.toLowerCase().replace(/^.{4}/, '$&-'));
		await hand(toan).press('Enter');
		await expect(asked(toan, /^Mở mục 3/)).toBeVisible();
		await again(toan).press('Enter');
		await expect(asked(toan, /^Mở mục 3/)).toBeHidden();
	});

	await test.step('Toàn scans the wall in session: he is asked, checks in, wall and console count him', async () => {
		await cast.command('ha', 'attendance.beginRoll', { sitting: sittings[0]?.id });
		await office.goto(`${here}/console`);
		const picture = wall.getByRole('img', { name: 'Mã QR điểm danh' });
		await expect(picture).toBeVisible();
		await filmedWall(wall, clip);
		await toan.goto(`${here}/session`);
		await toan.getByRole('link', { name: 'Quét mã' }).click();
		const sheet = asked(toan, /^Điểm danh buổi sáng/);
		await expect(sheet).toBeVisible();
		await expect(sheet.getByText(/ghế/)).toBeVisible();
		await showState(toan, '02f');
		await toan.goto(`${here}/session`);
		await filmedWall(wall, clip);
		await toan.getByRole('link', { name: 'Quét mã' }).click();
		await sheet.getByRole('button', { name: 'Điểm danh và vào phòng họp' }).click();
		await expect(toan).toHaveURL(`${here}/session`);
		await expect(toan.getByText('Đã điểm danh', { exact: true })).toBeVisible();
		await expect(wall.getByText('Đã điểm danh 1 trên 60, cần 40')).toBeVisible();
		await expect(office.locator('.vitals dd').first()).toHaveText('1/60');
	});

	await test.step('in session the code of an item opens it there', async () => {
		await show(onPaper, { sharp: false });
		await toan.getByRole('link', { name: 'Quét mã' }).click();
		await hand(toan).fill(budget.short_code);
		await hand(toan).press('Enter');
		await asked(toan, /^Mở mục 3/)
			.getByRole('button', { name: 'Mở', exact: true })
			.click();
		await expect(toan.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(
			agenda[2]?.title ?? ''
		);
		expect(await filming()).toEqual(['ended']);
	});

	await test.step('codes made anew leave the old sheet worthless: the same answer as for one that never was', async () => {
		await office.goto(`${here}/sheet`);
		await office.getByRole('button', { name: 'Làm mã mới' }).click();
		const sure = asked(office, 'Làm mã mới cho cuộc họp này?');
		await expect(sure.getByText(/không còn mở được gì/)).toBeVisible();
		await sure.getByRole('button', { name: 'Làm mã mới' }).click();
		await expect(office.getByText(/Đã làm mã mới/)).toBeVisible();
		const now = await codes();
		const answers: string[] = [];
		for (const code of [budget.handle, budget.short_code, 'A'.repeat(22), cast.meeting]) {
			const answer = await toan.goto(`${product.origin}/q/${code}`);
			expect(answer?.status()).toBe(404);
			answers.push((await toan.getByRole('main').innerText()).trim());
		}
		expect(answers[0]).toContain('Mã này không mở được');
		expect(new Set(answers).size).toBe(1);
		await withoutFaults(toan);
		await toan.goto(`${product.origin}/q/${codeOf(null, now).short_code}`);
		await expect(toan).toHaveURL(`${here}/session`);
	});

	await test.step('nothing was asked of another host, and no policy broken', () => {
		expect(elsewhere).toEqual([]);
		expect(refusedByPolicy).toEqual([]);
	});
	await films.close();
	await cast.close();
});

test('without a camera the code is typed, and why is said', async () => {
	const [row] = await codes();
	const shy = await browserWith((arg) => arg !== '--use-fake-ui-for-media-stream');
	const page = await atWork(shy, product, 'db36');

	await test.step('a camera that is refused', async () => {
		await page.goto(`${product.origin}/scan`);
		await expect(page.getByRole('heading', { name: 'Không dùng được máy ảnh' })).toBeVisible();
		await expect(page.getByText(/chưa cho Nghị Sự dùng máy ảnh/)).toBeVisible();
		await hand(page).fill('LG7K');
		await showState(page, '02e');
		await hand(page).fill(row?.short_code ?? '');
		await open(page).click();
		await expect(asked(page, /^Mở /)).toBeVisible();
		await again(page).click();
	});
	await shy.close();

	await test.step('no camera at all', async () => {
		const blind = await browserWith((arg) => !arg.startsWith('--use-fake-device'));
		const there = await atWork(blind, product, 'db36');
		await there.goto(`${product.origin}/scan`);
		await expect(there.getByText(/không có máy ảnh/)).toBeVisible();
		await blind.close();
	});

	await test.step('one that another program holds, and one that is unplugged while it films', async () => {
		const seeing = await browserWith(() => true);
		const there = await atWork(seeing, product, 'db36');
		await there.addInitScript(() => {
			const films = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
			let asked = 0;
			navigator.mediaDevices.getUserMedia = (wanted) =>
				asked++ === 0
					? Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
					: films(wanted);
		});
		await there.goto(`${product.origin}/scan`);
		await expect(there.getByText(/chương trình khác đang dùng máy ảnh/)).toBeVisible();
		await there.getByRole('button', { name: 'Thử lại' }).click();
		await expect(there.getByText('Đưa mã QR vào khung')).toBeVisible();
		await there.locator('video').evaluate((video: HTMLVideoElement) => {
			const { srcObject } = video;
			if (srcObject instanceof MediaStream) srcObject.getTracks()[0]?.dispatchEvent(new Event('ended'));
		});
		await expect(there.getByText(/vừa bị rút ra/)).toBeVisible();
		await there.getByRole('button', { name: 'Thử lại' }).click();
		await expect(there.getByText('Đưa mã QR vào khung')).toBeVisible();
		await seeing.close();
	});
});

// The sixth session whole, from its preparing to its verified resolution, in nine browsers with a real video server: secretary,
// chair, three delegates, the technicians of three bridge points and the hall screen; everybody else over http.
import { expect, test, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { meetingOf } from '../support/at-work.ts';
import { browserWith } from '../support/chromium.ts';
import { bridgePoints } from '../support/demo/agenda.ts';
import { energyOf, framesOf, isStill, rises } from '../support/heard.ts';
import { watchPeers } from '../support/peers.ts';
import { startProduct } from '../support/product.ts';
import { filmedWall } from '../support/qr.ts';
import * as play from '../support/session-play.ts';
import { Cast } from '../support/session-story.ts';
import { button } from '../support/signing.ts';
import { shows } from './shows.ts';

type Point = { readonly name: string; readonly headcount: number; readonly page: Page };
type Whole = play.Stage & { readonly points: readonly [Point, Point, Point]; readonly clip: string };

/** Each technician stands in the room of his commune before the roll, and is let in by it. */
async function pointsOf(cast: Cast): Promise<Whole['points']> {
	const [a, b, c] = bridgePoints;
	const at = async ({ name, headcount, technician }: (typeof bridgePoints)[number]) => {
		const page = await cast.page(technician, 'laptop');
		await page.addInitScript(watchPeers);
		await page.goto(`${cast.product.origin}/meetings/${cast.meeting}/point`);
		await expect(page.getByText('Phòng trực tuyến mở khi bắt đầu điểm danh')).toBeVisible();
		return { name, headcount, page };
	};
	return [await at(a), await at(b), await at(c)];
}

/** The roll lets the points in; the hall listens to each, and hears nobody else; the chair joins them. */
async function checkPoints({ ha, chair, hall, points }: Whole) {
	const pane = ha.getByRole('region', { name: 'Điểm cầu' });
	for (const { page } of points) await expect(page.getByText('Máy ảnh đang bật')).toBeVisible();
	await expect(pane.getByText('3 trên 3 đang nối')).toBeVisible();
	await button(hall, 'Chạm để bật tiếng').click();
	await isStill(hall, energyOf);
	for (const { name, headcount, page } of points) {
		await button(page, 'Phát tiếng thử').click();
		await button(page, 'Tôi nghe thấy').click();
		await button(ha, `Nghe thử ${name}`).click();
		await expect(page.getByText(`Hội trường đang nghe. Xin nói: “${name} nghe rõ`)).toBeVisible();
		await rises(hall, energyOf);
		await button(ha, `Đã nghe thấy ${name}`).click();
		await expect(page.getByText('Hội trường đã nghe thấy điểm cầu, lúc')).toBeVisible();
		await isStill(hall, energyOf);
		await page.getByLabel('Số người trong phòng').fill(String(headcount));
		await button(page, 'Ghi số người').click();
		await expect(pane.getByText(`${headcount} người`)).toBeVisible();
		await button(page, 'Vào phòng họp').click();
		await rises(page, framesOf);
	}
	await button(chair, 'Vào phòng trực tuyến').click();
	await expect(chair.getByText('Các điểm cầu đang thấy hình của ông.')).toBeVisible();
}

/** Vinh's camera looks at the wall. */
async function scanWall({ vinh, hall, clip }: Whole) {
	await filmedWall(hall, clip);
	await vinh.getByRole('link', { name: 'Quét mã' }).click();
	const sheet = vinh.getByRole('dialog', { name: /^Điểm danh/ });
	await sheet.getByRole('button', { name: 'Điểm danh và vào phòng họp' }).click();
	await expect(vinh.getByText('Đã điểm danh', { exact: true })).toBeVisible();
}

/** Thịnh asks from Tân Hòa, is called and speaks: his room is heard from his first word to his last, and no other room. */
async function speakFromPoint({ ha, chair, thinh, toan, hall, points }: Whole) {
	const [tanHoa, honMay] = points;
	await button(thinh, 'Đăng ký phát biểu').click();
	await expect(ha.getByText('1 đang chờ')).toBeVisible();
	await chair.getByRole('button', { name: /^Tiếp theo/ }).click();
	await expect(tanHoa.page.getByText('Chủ tọa mời ông Lò Xuân Thịnh')).toBeVisible();
	await isStill(hall, energyOf);
	await button(thinh, 'Bắt đầu nói').click();
	await expect(tanHoa.page.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeVisible();
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('Ông Lò Xuân Thịnh');
	await expect(toan.getByText('Lò Xuân Thịnh').first()).toBeVisible();
	await rises(hall, energyOf);
	await rises(hall, framesOf);
	await Promise.all([rises(honMay.page, framesOf), rises(chair, framesOf), isStill(chair, energyOf)]);
	await expect(honMay.page.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeHidden();
	await button(thinh, 'Kết thúc phát biểu').click();
	await expect(tanHoa.page.getByText('Cả hội nghị đang nghe điểm cầu này')).toBeHidden();
	await isStill(hall, energyOf);
}

/** V05 in the open round: Thịnh's line is away for 40 seconds, in which all others cast. */
async function voteWithLostLine(stage: Whole) {
	await play.openV05(stage);
	const { cast, hall } = stage;
	await play.castAfterLostLine(stage, async () => {
		const lost = Date.now();
		await cast.castOthers(play.v05);
		await expect(hall.getByText('54trên 57 đại biểu có mặt')).toBeVisible();
		await expect.poll(() => Date.now() - lost, { timeout: 45_000 }).toBeGreaterThan(40_000);
	});
}

/** What the minutes say of the points before anybody has touched them. */
async function pointsInMinutes(stage: Whole) {
	const { ha, points } = stage;
	await play.openRecord(stage, ha, /^Biên bản/);
	const written = await ha
		.getByRole('textbox')
		.evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')));
	const text = [await ha.getByRole('main').innerText(), ...written].join('\n');
	const time = String.raw`\d\d:\d\d`;
	for (const { name, headcount } of points) {
		const people = `0${headcount} người dự, trong đó 01 đại biểu`;
		expect(text).toMatch(
			new RegExp(
				`Điểm cầu ${name}: trưởng điểm cầu .*${people}; kết nối ${time} đến ${time}.*hội trường nghe rõ lúc ${time}`
			)
		);
	}
	expect(text).toMatch(/Lò Xuân Thịnh.*từ điểm cầu xã Tân Hòa/);
}

test(
	'the sixth session whole: three bridge points, the floor, 53 and 3 check-ins, V01, V05, V06',
	shows(25, 27, 32, 38, 39, 41, 43, 44, 71, 73, 78, 97),
	async ({ browser }) => {
		test.setTimeout(420_000);
		const product = await startProduct('people', { video: true });
		const clip = path.join(product.dataFolder, 'camera.y4m');
		fs.writeFileSync(clip, '');
		const films = await browserWith(() => true, `--use-file-for-fake-video-capture=${clip}`);
		const cast = new Cast(browser, product, { db36: films });
		const stage = await play.stageOf(cast);
		for (const page of [stage.hall, stage.chair]) await page.addInitScript(watchPeers);
		// the driver's own looks count as touches: this wall has not been touched by anybody
		await stage.hall.addInitScript(() =>
			Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } })
		);
		await test.step('prepared, approved, published', () => play.prepare(stage));
		await play.takePlaces(stage);
		await play.pairHall(stage);
		cast.meeting = await meetingOf(product);
		const whole: Whole = { ...stage, points: await pointsOf(cast), clip };
		const steps = {
			'the roll begins': play.gather,
			'the points are let in, heard and counted': checkPoints,
			'a delegate scans the wall': scanWall,
			'opened with 53 in the hall and 3 at the points': play.openSitting,
			'V01: the agenda is adopted': play.adopt,
			'item 7 is discussed': play.discuss,
			'a delegate speaks from his point': speakFromPoint,
			'the conclusion is noted': play.conclude,
			'V05 is opened, and one line is away for 40 seconds': voteWithLostLine,
			'V05 is carried by exactly 31': (at: Whole) => play.carryV05(at, false),
			'V06 is not carried with 30': play.failV06,
			'the sitting ends, the session is closed': play.end,
			'the minutes name the points and the times': pointsInMinutes,
			'minutes and resolution are signed and sealed': play.record,
			'anybody checks the resolution': play.verify
		};
		for (const [name, part] of Object.entries(steps)) await test.step(name, () => part(whole));
		await cast.close();
		await films.close();
		await product.close();
	}
);

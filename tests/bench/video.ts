// Video: how soon a picture is there, how soon whoever has the floor is heard, how soon sound is back after the video server
// was killed, beside a page with nothing but livekit-client; then how many points a room holds. `--short` in less time.
import { expect, type Browser, type Page } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { meetingOf } from '../support/at-work.ts';
import { layGround } from '../support/ground.ts';
import { startProduct, type Product } from '../support/product.ts';
import { Cast } from '../support/session-story.ts';
import { openBrowser } from './browser.ts';
import { percentiles, ratio, row } from './ground.ts';
import { pairHall } from './pairing.ts';
import { PlainCall } from './plain-call.ts';
import { holdPoints } from './points.ts';
import { watchCall, whenPicture, whenSound } from './video-marks.ts';

const short = process.argv.includes('--short');
const [joins, speeches, kills] = short ? [4, 5, 2] : [10, 15, 5];
const [delegate, seat] = ['db21', 'ĐB-21'];

const takeAway = await layGround();
process.env.XDG_CACHE_HOME ||= path.join(os.homedir(), '.cache'); // the video server stays where it is
const product = await startProduct('called', { video: true });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-tone-'));
const tone = path.join(folder, 'tone.wav');
// a tone without a pause: the usual microphone beeps twice a second, and would be waited for
fs.writeFileSync(tone, wavOf(440));
const browser = await openBrowser(`--use-file-for-fake-audio-capture=${tone}`);
await call(browser, product);
await browser.close();
await product.close();
await takeAway();
fs.rmSync(folder, { recursive: true, force: true });
await holdPoints({ short });
process.exit(0);

/** A second of a tone, 48 kHz, mono. */
function wavOf(hertz: number): Uint8Array {
	const [rate, headBytes] = [48_000, 44];
	const bytes = Buffer.alloc(headBytes + 2 * rate);
	bytes.write('RIFF', 0);
	bytes.writeUInt32LE(bytes.length - 8, 4);
	bytes.write('WAVEfmt ', 8);
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20);
	bytes.writeUInt16LE(1, 22);
	bytes.writeUInt32LE(rate, 24);
	bytes.writeUInt32LE(2 * rate, 28);
	bytes.writeUInt16LE(2, 32);
	bytes.writeUInt16LE(16, 34);
	bytes.write('data', 36);
	bytes.writeUInt32LE(2 * rate, 40);
	for (let at = 0; at < rate; at++)
		bytes.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * hertz * at) / rate)), headBytes + 2 * at);
	return bytes;
}

async function call(browser: Browser, product: Product) {
	const cast = new Cast(browser, product);
	cast.meeting = await meetingOf(product);
	const at = (path: string) => `${product.origin}/meetings/${cast.meeting}/${path}`;
	const { hall, point } = await opened(cast, at);
	const wall = await (await cast.page('ha', 'laptop')).context().newPage();
	await wall.addInitScript(watchCall);
	if (!product.video) throw new Error('the product has its video server');
	const plain = await PlainCall.open(browser, product.video.address);

	const [cold, again, door]: [number[], number[], number[]] = [[], [], []];
	const pressed: number[] = [];
	const bare: number[] = [];
	for (let join = 0; join < joins; join++) {
		bare.push(await plain.joined());
		const seen = await wallJoins(wall, at('room'));
		(join === 0 ? cold : again).push(seen.opened);
		door.push(seen.door);
		await wall.goto('about:blank');
		pressed.push(await pointJoins(point, at('point')));
	}
	console.log('\nJoin to the first picture, in Chromium');
	row('the wall opened for the first time', percentiles(cold));
	row('the wall opened again', percentiles(again));
	row('  of it from asking at the door of the room', percentiles(door));
	row('a point presses join, checked before', percentiles(pressed));
	row('plain livekit-client, from connecting', percentiles(bare));
	ratio('door to picture', percentiles(door), percentiles(bare));

	const [given, published]: [number[], number[]] = [[], []];
	await session(cast);
	for (let speech = 0; speech < speeches; speech++) {
		published.push(await plain.heard());
		given.push(await floorGiven(cast, hall));
	}
	console.log('\nFloor given to sound heard in the hall (goal: under 1000 ms)');
	row('the speech begun to sound', percentiles(given));
	row('plain livekit-client, microphone on to sound', percentiles(published));
	ratio('floor to sound', percentiles(given), percentiles(published));
	await plain.close();

	const back: number[] = [];
	await speak(cast);
	await hall.evaluate(whenSound, true);
	for (let kill = 0; kill < kills; kill++) back.push(await backAfterKill(product, hall));
	console.log('\nThe video server killed, back after two seconds (goal: sound within 5000 ms of its return)');
	row('its return to sound in the hall', percentiles(back));
	await cast.close();
}

/** The roll has begun; the hall and one point are in the room. */
async function opened(cast: Cast, at: (path: string) => string) {
	const [ha, point, hall] = [
		await cast.page('ha', 'laptop'),
		await cast.page('thkt', 'hall'),
		await cast.device('hall')
	];
	for (const page of [point, hall]) await page.addInitScript(watchCall);
	await Promise.all([ha.goto(at('console')), point.goto(at('point'))]);
	await pairHall(hall, ha, product.origin);
	await ha.getByRole('button', { name: 'Bắt đầu điểm danh', exact: true }).click();
	await expect(point.getByText(/Đã nối với phòng/)).toBeVisible({ timeout: 30_000 });
	const unlock = hall.getByRole('button', { name: 'Chạm để bật tiếng' });
	if (await unlock.isVisible()) await unlock.click();
	return { hall, point };
}

/** How long it took from opening the page, and from asking for the way into the room. */
async function wallJoins(wall: Page, address: string) {
	const began = Date.now();
	await wall.goto(address, { waitUntil: 'commit' });
	const seen = await wall.evaluate(whenPicture, 0);
	const askedAt = await wall.evaluate(() => {
		const doors = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/video'));
		return performance.timeOrigin + (doors[0]?.startTime ?? Number.NaN);
	});
	return { opened: seen - began, door: seen - askedAt };
}
async function pointJoins(point: Page, address: string): Promise<number> {
	await point.goto(address);
	await expect(point.getByText(/Đã nối với phòng/)).toBeVisible({ timeout: 30_000 });
	await point.evaluate(whenPicture, 0); // the own one, beside the checks
	const known = await point.evaluate(() => window.pictures.length);
	const pressing = point.evaluate(
		() =>
			new Promise<number>((resolve) =>
				addEventListener('click', () => resolve(Date.now()), { once: true, capture: true })
			)
	);
	await point.getByRole('button', { name: /^Vào (phòng họp|trước)/ }).click();
	return (await point.evaluate(whenPicture, known)) - (await pressing);
}

/** Everybody is present, the sitting is open at its first item. */
async function session(cast: Cast) {
	for (const who of ['db01', delegate]) await cast.command(who, 'attendance.checkIn');
	await cast.others((who) => cast.command(who, 'attendance.checkIn'), { but: ['db29'] });
	const { meeting } = await cast.live();
	await cast.command('db01', 'meetings.openSitting', { sitting: meeting.sittings[0]?.id });
	await cast.command('db01', 'meetings.startItem', { item: meeting.agenda[0]?.id });
}
/** Until just before the microphone opens: asked, and called. */
async function called(cast: Cast) {
	await cast.command(delegate, 'floor.requestToSpeak', { subject: 'Đường truyền của xã' });
	await cast.command('db01', 'floor.grant', { seat, after: null });
}
async function speak(cast: Cast) {
	await called(cast);
	await cast.command(delegate, 'floor.beginSpeech');
}
async function floorGiven(cast: Cast, hall: Page): Promise<number> {
	await called(cast);
	const hearing = hall.evaluate(whenSound, true);
	const began = Date.now();
	await cast.command(delegate, 'floor.beginSpeech');
	const heard = await hearing;
	await cast.command(delegate, 'floor.yield');
	await hall.evaluate(whenSound, false);
	return heard - began;
}
async function backAfterKill({ video }: Product, hall: Page): Promise<number> {
	await video?.kill();
	await hall.evaluate(whenSound, false);
	await new Promise((resolve) => setTimeout(resolve, 2_000));
	const hearing = hall.evaluate(whenSound, true);
	await video?.again();
	const returned = Date.now();
	return (await hearing) - returned;
}

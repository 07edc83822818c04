import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { beatInRoom, enterRoom, type Entry } from '#server/live/entering.ts';
import { keepRoom, noteGone } from '#server/live/rooms.ts';
import { current } from '#server/live/state.ts';
import { clock } from '#server/platform/clock.ts';
import { client, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { sayVideoServer } from '#server/video/address.ts';
import { participants, tokenFor, videoHealth } from '#server/video/livekit.ts';
import { roomOf } from '#server/video/queries.ts';
import { done, hall, who } from '../../support/hall.ts';
import { startVideo, type Video } from '../../support/video.ts';
import { Guest, openBrowser } from '../../support/video-guest.ts';

const soon = { timeout: 10_000, interval: 50 };
const [first, second] = ['device-one', 'device-two'];
const realNow = clock.now;

describe('the room of a sitting', () => {
	let video: Video;
	let browser: Browser;
	beforeAll(async () => {
		video = await startVideo();
		browser = await openBrowser();
		sayVideoServer({ state: 'given', ...video.address });
	});
	afterEach(async () => {
		clock.now = realNow;
		for (const context of browser.contexts()) await context.close();
	});
	afterAll(async () => {
		await browser?.close();
		await video?.close();
		await client.end();
	});

	async function atPoints() {
		const h = await hall(3, { points: ['xã Tân Hòa', 'đặc khu Hòn Mây'] });
		const [tanHoa, honMay] = h.points;
		if (!tanHoa || !honMay) throw new Error('the hall has two points');
		const enter = (person: PersonId, device: string | undefined, takeOver = false) =>
			enterRoom.run(who(person), { meeting: h.meeting, device, takeOver });
		const beat = (person: PersonId, device: string | undefined) =>
			beatInRoom.run(who(person), {
				meeting: h.meeting,
				device,
				level: 'full',
				microphone: false,
				camera: true
			});
		const room = async () => (await transaction(null, (tx) => roomOf(tx, h.meeting, h.sitting))).name;
		const seen = async (identity: string) => {
			const there = await participants(await room());
			return there.ok ? there.value.find((one) => one.identity === identity) : undefined;
		};
		const joins = async ({ token }: Entry) => {
			const guest = await Guest.at(browser, video.address.url);
			expect(await guest.join(video.address.url, token)).toBe('joined');
			return guest;
		};
		const live = async () => (await transaction(null, (tx) => current(tx, h.meeting))).live;
		return { ...h, tanHoa, honMay, enter, beat, room, seen, joins, live };
	}

	test('opens with the roll, to technicians, chair, console and hall, and to no delegate’s tablet', async () => {
		const h = await atPoints();

		expect(await h.enter(h.tanHoa.technician, first)).toEqual(refuse({ code: 'noRoomYet' }));
		done(await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting }));
		const entry = done(await h.enter(h.tanHoa.technician, first));
		expect(entry.identity).toBe(`point:${h.tanHoa.id}:${first}`);
		expect(done(await h.enter(h.cuong.person, first)).identity).toMatch(/^chair:/);
		expect(done(await h.enter(h.ha, first)).identity).toMatch(/^watch:/);
		for (const person of [h.tanHoa.delegate.person, h.nhan, h.stranger])
			expect(await h.enter(person, first)).toEqual(refuse({ code: 'notAllowed' }));
		expect(await h.beat(h.nhan, first)).toEqual(refuse({ code: 'notAllowed' }));
		expect(await h.beat(h.ha, second)).toEqual(refuse({ code: 'placeTakenOver' }));
	});

	test('has one device of a point in it: another one has to ask, and sends the first one out', async () => {
		const h = await atPoints();
		await h.open();
		const by = h.tanHoa.technician;
		const entry = done(await h.enter(by, first));
		await h.joins(entry);
		done(await h.beat(by, first));

		expect(await h.enter(by, second)).toEqual(refuse({ code: 'placeTaken' }));
		done(await h.enter(by, second, true));
		await expect.poll(() => h.seen(entry.identity), soon).toBeUndefined();
		expect(await h.beat(by, first)).toEqual(refuse({ code: 'placeTakenOver' }));
		done(await h.beat(by, second));
	});

	test('has one device of the chair in it too, with camera and microphone, whoever has the floor', async () => {
		const h = await atPoints();
		await h.open();
		const by = h.cuong.person;
		const entry = done(await h.enter(by, first));
		const guest = await h.joins(entry);
		done(await h.beat(by, first));
		expect(await guest.publish('camera')).toBe('published');
		expect(await guest.publish('microphone')).toBe('published');

		await keepRoom(h.meeting);
		expect((await h.seen(entry.identity))?.may.publish).toEqual(['camera', 'microphone']);
		expect(await h.enter(by, second)).toEqual(refuse({ code: 'placeTaken' }));
		done(await h.enter(by, second, true));
		await expect.poll(() => h.seen(entry.identity), soon).toBeUndefined();
		expect(await h.beat(by, first)).toEqual(refuse({ code: 'placeTakenOver' }));
		expect((await h.live()).video.points).toEqual({});
	});

	test('gives a point its microphone with the floor and takes it back, and nobody keeps one by an old token', async () => {
		const h = await atPoints();
		await h.open();
		const { technician, delegate } = h.tanHoa;
		const entry = done(await h.enter(technician, first));
		const guest = await h.joins(entry);
		const publishing = async () => (await h.seen(entry.identity))?.may.publish;

		expect(await guest.publish('camera')).toBe('published');
		expect(await guest.publish('microphone')).not.toBe('published');
		done(await h.act(delegate.person, 'floor.requestToSpeak'));
		done(await h.act(h.cuong.person, 'floor.grant', { seat: delegate.seat, after: null }));
		await keepRoom(h.meeting);
		await expect.poll(publishing, soon).toEqual(['camera', 'microphone']);
		expect(await guest.publish('microphone')).toBe('published');
		done(await h.act(delegate.person, 'floor.yield'));
		await keepRoom(h.meeting);
		await expect.poll(publishing, soon).toEqual(['camera']);
		await expect
			.poll(async () => (await h.seen(entry.identity))?.published.map(({ source }) => source), soon)
			.toEqual(['camera']);

		const may = { publish: ['camera', 'microphone'], subscribe: true, hidden: false } as const;
		const { identity } = entry;
		const old = await tokenFor({ room: await h.room(), identity, name: 'Tân Hòa', may });
		await h.joins({ ...entry, token: old ?? '' });
		await expect.poll(publishing, soon).toEqual(['camera', 'microphone']);
		await keepRoom(h.meeting);
		await expect.poll(publishing, soon).toEqual(['camera']);
		const stranger = await tokenFor({ room: await h.room(), identity: 'somebody', name: 'x', may });
		await h.joins({ ...entry, token: stranger ?? '' });
		await keepRoom(h.meeting);
		await expect.poll(() => h.seen('somebody'), soon).toBeUndefined();
	});

	test('records who has come and since when a line is gone, by the last sign of its device', async () => {
		const h = await atPoints();
		await h.open();
		const by = h.tanHoa.technician;
		done(await h.enter(by, first));
		done(await h.beat(by, first));
		expect((await h.live()).video.points[h.tanHoa.id]).toMatchObject({ goneAt: null });
		const lastSign = clock.now();

		await noteGone(h.meeting);
		expect((await h.live()).video.points[h.tanHoa.id]?.goneAt).toBeNull();
		clock.now = () => instant(realNow() + 16_000);
		await noteGone(h.meeting);
		const { goneAt } = (await h.live()).video.points[h.tanHoa.id] ?? {};
		expect(Math.abs((goneAt ?? 0) - lastSign)).toBeLessThan(1_000);
		done(await h.beat(by, first));
		expect((await h.live()).video.points[h.tanHoa.id]).toMatchObject({ goneAt: null });
		expect((await h.live()).video.points[h.honMay.id]).toBeUndefined();
	});

	test('is left by whoever has given no sign for a minute, point, chair, console or hall: his sign-in may have ended', async () => {
		const h = await atPoints();
		await h.open();
		const wall = newId<PersonId>();
		const screen = { ...who(wall), screen: { meeting: h.meeting, sitting: h.sitting } };
		const by = [who(h.tanHoa.technician), who(h.cuong.person), who(h.ha), screen];
		const place = { meeting: h.meeting, device: first };
		const entries = await Promise.all(by.map(async (one) => done(await enterRoom.run(one, place))));
		for (const entry of entries) await h.joins(entry);
		const there = () =>
			Promise.all(entries.map(async ({ identity }) => (await h.seen(identity)) !== undefined));
		await keepRoom(h.meeting);
		await expect.poll(there, soon).toEqual([true, true, true, true]);

		clock.now = () => instant(realNow() + 50_000);
		const sign = { ...place, level: 'full', microphone: false, camera: true };
		for (const one of by.slice(1)) done(await beatInRoom.run(one, sign));
		clock.now = () => instant(realNow() + 61_000);
		await keepRoom(h.meeting);
		await expect.poll(there, soon).toEqual([false, true, true, true]);

		clock.now = () => instant(realNow() + 111_000);
		await keepRoom(h.meeting);
		await expect.poll(there, soon).toEqual([false, false, false, false]);
	});

	test('ends with its sitting: whoever was in it is out, and no token opens it', async () => {
		const h = await atPoints();
		await h.open();
		const entry = done(await h.enter(h.tanHoa.technician, first));
		const guest = await h.joins(entry);
		expect(await guest.publish('camera')).toBe('published');
		const name = await h.room();

		done(await h.act(h.cuong.person, 'meetings.endSitting'));
		await keepRoom(h.meeting);

		expect(await participants(name)).toEqual(refuse({ code: 'videoUnknown' }));
		expect(await h.enter(h.tanHoa.technician, first)).toEqual(refuse({ code: 'noRoomYet' }));
		await expect.poll(() => guest.page.evaluate(() => window.room.state), soon).toBe('disconnected');
		expect(await guest.join(video.address.url, entry.token)).not.toBe('joined');
	});

	test.each(['fast', 'slow'])(
		'says that a clock is ten minutes %s, and opens once it is right',
		async (way) => {
			const h = await atPoints();
			done(await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting }));
			const apart = way === 'fast' ? 600_000 : -600_000;
			vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + apart });

			const refused = await h.enter(h.tanHoa.technician, first);
			const health = await videoHealth();
			vi.useRealTimers();

			expect([refused, health]).toEqual([refuse({ code: 'videoClockWrong' }), 'clockWrong']);
			await h.joins(done(await h.enter(h.tanHoa.technician, first)));
		}
	);

	test('begins anew when the video server does, and the floor stays what it was', async () => {
		const h = await atPoints();
		await h.open();
		const { began } = done(await h.enter(h.tanHoa.technician, first));
		const { delegate } = h.tanHoa;
		done(await h.act(delegate.person, 'floor.requestToSpeak'));
		done(await h.act(h.cuong.person, 'floor.grant', { seat: delegate.seat, after: null }));

		await video.kill();
		expect(await keepRoom(h.meeting)).toBe('unreachable');
		expect(await h.enter(h.tanHoa.technician, first)).toEqual(refuse({ code: 'videoUnreachable' }));
		expect((await h.live()).floor.speaking?.seat).toBe(delegate.seat);
		await video.again();
		await expect.poll(() => keepRoom(h.meeting), soon).toBe('kept');
		expect(done(await h.enter(h.tanHoa.technician, first)).began).not.toBe(began);
	});
});

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from '@playwright/test';
import { refuse } from '#lib/result.ts';
import { sayVideoServer } from '#server/video/address.ts';
import {
	deleteRoom,
	ensureRoom,
	participants,
	removeParticipant,
	setPermission,
	tokenFor,
	videoHealth,
	type May,
	type VideoEvent
} from '#server/video/livekit.ts';
import { onVideoEvent, receiveWebhook } from '#server/video/webhook-door.ts';
import { startVideo, type Video } from '../../support/video.ts';
import { Guest, openBrowser } from '../../support/video-guest.ts';

const camera: May = { publish: ['camera'], subscribe: true, hidden: false };
const withFloor: May = { ...camera, publish: ['camera', 'microphone'] };
const soon = { timeout: 10_000, interval: 50 };

describe('the video server', () => {
	let video: Video;
	let browser: Browser;
	let told: Server;
	const events: VideoEvent[] = [];
	const sent: { body: string; authorization: string }[] = [];
	let room = '';
	let count = 0;
	beforeAll(async () => {
		told = createServer((req, res) => {
			const chunks: Buffer[] = [];
			req.on('data', (chunk) => chunks.push(chunk));
			req.on('end', () => {
				sent.push({
					body: Buffer.concat(chunks).toString(),
					authorization: req.headers.authorization ?? ''
				});
				res.end();
			});
		});
		await new Promise<void>((resolve) => told.listen(0, '127.0.0.1', resolve));
		const { port } = told.address() as AddressInfo;
		video = await startVideo(`http://127.0.0.1:${port}/live/video`);
		browser = await openBrowser();
	});
	beforeEach(() => {
		sayVideoServer({ state: 'given', ...video.address });
		room = `sitting-${++count}`;
	});
	afterEach(async () => {
		for (const context of browser.contexts()) await context.close();
	});
	afterAll(async () => {
		await browser?.close();
		await video?.close();
		told.close();
	});

	const joining = (identity: string, may = camera) => tokenFor({ room, identity, name: 'Tân Hòa', may });
	async function joined(identity: string, may = camera) {
		const guest = await Guest.at(browser, video.address.url);
		expect(await guest.join(video.address.url, (await joining(identity, may)) ?? '')).toBe('joined');
		return guest;
	}
	async function seen(identity: string) {
		const there = await participants(room);
		return there.ok ? there.value.find((one) => one.identity === identity) : undefined;
	}

	test('makes a room once, however often it is asked, and forgets it when told', async () => {
		const first = await ensureRoom(room);
		const again = await ensureRoom(room);
		await deleteRoom(room);
		const anew = await ensureRoom(room);

		expect(again).toEqual(first);
		expect(anew.ok && first.ok && anew.value.id !== first.value.id).toBe(true);
		expect((await deleteRoom('never-made')).ok).toBe(true);
	});

	test('lets nobody into a room that is not there', async () => {
		const guest = await Guest.at(browser, video.address.url);

		expect(await guest.join(video.address.url, (await joining('point:a')) ?? '')).toMatch(/does not exist/);
		expect(await participants(room)).toEqual(refuse({ code: 'videoUnknown' }));
		expect(await setPermission(room, 'point:a', withFloor)).toEqual(refuse({ code: 'videoUnknown' }));
	});

	test('says who is there and what they may do, and lets them publish that alone', async () => {
		await ensureRoom(room);
		const guest = await joined('point:tan-hoa');

		expect(await guest.publish('microphone')).toMatch(/insufficient permissions/i);
		expect(await guest.publish('camera')).toBe('published');

		expect(await seen('point:tan-hoa')).toMatchObject({ name: 'Tân Hòa', may: camera });
		await vi.waitFor(async () => {
			const point = await seen('point:tan-hoa'); // the track is there with its first packet
			expect(point?.published.map(({ source }) => source)).toEqual(['camera']);
		}, soon);
	});

	test('takes a microphone back, and the picture stays', async () => {
		await ensureRoom(room);
		const guest = await joined('point:hon-may');
		await guest.publish('camera');

		await setPermission(room, 'point:hon-may', withFloor);
		await vi.waitFor(async () => expect(await guest.publish('microphone')).toBe('published'), soon);
		await vi.waitFor(async () => expect((await seen('point:hon-may'))?.published).toHaveLength(2), soon);
		await setPermission(room, 'point:hon-may', camera);

		await vi.waitFor(async () => {
			const point = await seen('point:hon-may');
			expect([point?.may, point?.published.map(({ source }) => source)]).toEqual([camera, ['camera']]);
		}, soon);
	});

	test('takes everything from who may publish nothing', async () => {
		await ensureRoom(room);
		const guest = await joined('hall', withFloor);
		await guest.publish('camera');
		await guest.publish('microphone');

		await setPermission(room, 'hall', { publish: [], subscribe: true, hidden: false });

		await vi.waitFor(async () => {
			const hall = await seen('hall');
			expect([hall?.may.publish, hall?.published]).toEqual([[], []]);
		}, soon);
	});

	test('sends somebody out', async () => {
		await ensureRoom(room);
		await joined('point:trung-giang');

		await removeParticipant(room, 'point:trung-giang');

		await vi.waitFor(async () => expect(await participants(room)).toEqual({ ok: true, value: [] }), soon);
		expect((await removeParticipant(room, 'point:trung-giang')).ok).toBe(true);
	});

	test('refuses a key that it does not know', async () => {
		sayVideoServer({ state: 'given', ...video.address, secret: 'x'.repeat(48) });
		const forged = await joining('point:a');

		const guest = await Guest.at(browser, video.address.url);

		expect(await ensureRoom(room)).toEqual(refuse({ code: 'videoRefused' }));
		expect(await guest.join(video.address.url, forged ?? '')).not.toBe('joined');
	});

	test('tells what happens; what it has not signed is not believed, and nothing is heard twice', async () => {
		const quiet = onVideoEvent((event) => events.push(event));
		await ensureRoom(room);
		await joined('point:a');
		const joinedEvent = () =>
			sent.find(({ body }) => body.includes(room) && body.includes('participant_joined'));
		await vi.waitFor(() => expect(joinedEvent()).toBeDefined(), soon);
		const { body, authorization } = joinedEvent() ?? { body: '', authorization: '' };
		const door = (text: string, by: string, method = 'POST') =>
			receiveWebhook(posted(text, { authorization: by, method }));

		expect(await door(body, authorization)).toBe(200);
		expect(await door(body, authorization)).toBe(200);
		expect(await door(body.replace('point:a', 'point:b'), authorization)).toBe(401);
		expect(await door(body, '')).toBe(401);
		expect(await door('not json', 'not a token')).toBe(401);
		expect(await door(body, authorization, 'GET')).toBe(405);
		expect(await door('x'.repeat(65_537), authorization)).toBe(413);
		quiet();

		expect(events.map(({ type, room: of, identity }) => [type, of, identity])).toEqual([
			['participant_joined', room, 'point:a']
		]);
	});

	test('never gives a token that rules the room', async () => {
		const [, claims = ''] = ((await joining('point:a')) ?? '').split('.');
		const { video: grants, exp, nbf } = JSON.parse(Buffer.from(claims, 'base64url').toString());

		expect(grants).toMatchObject({ roomJoin: true, room, canPublish: true, canPublishData: false });
		expect(grants).not.toHaveProperty('roomAdmin');
		expect(exp - nbf).toBe(120);
	});

	test('keeps whoever is in when his token runs out, also over a lost line; it opens the door to nobody else', async () => {
		await ensureRoom(room);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 172_000 }); // two minutes, and one of grace: it runs out soon
		const [own, other] = [await joining('point:a'), await joining('point:b')];
		vi.useRealTimers();
		const guest = await Guest.at(browser, video.address.url);
		expect(await guest.join(video.address.url, own ?? '')).toBe('joined');
		const late = async () => {
			const stranger = await Guest.at(browser, video.address.url);
			const said = await stranger.join(video.address.url, other ?? '');
			await stranger.close();
			return said;
		};
		await expect.poll(late, { timeout: 20_000, interval: 1_000 }).not.toBe('joined');

		const states = await guest.losesLine();

		expect(states.at(-1)).toBe('connected');
		expect(states.length).toBeGreaterThan(1);
		expect(await guest.publish('camera')).toBe('published');
	});

	test('that is gone is an answer within two seconds, and so is one that is not there at all', async () => {
		expect(await videoHealth()).toBe('on');
		const [before] = [await ensureRoom(room)];

		await video.kill();
		expect(await ensureRoom(room)).toEqual(refuse({ code: 'videoUnreachable' }));
		expect(await participants(room)).toEqual(refuse({ code: 'videoUnreachable' }));
		expect(await videoHealth()).toBe('unreachable');
		await video.again();

		expect(await videoHealth()).toBe('on');
		const after = await ensureRoom(room);
		expect(before.ok && after.ok && before.value.id !== after.value.id).toBe(true);
		sayVideoServer({ state: 'off' });
		expect([await videoHealth(), await ensureRoom(room)]).toEqual(['off', refuse({ code: 'videoOff' })]);
		expect(await joining('point:a')).toBeNull();
		sayVideoServer({ state: 'starting' });
		expect(await videoHealth()).toBe('starting');
	});

	test('that takes a connection and says nothing is given up after two seconds', async () => {
		const silent = createServer(() => {});
		await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
		sayVideoServer({ state: 'given', ...video.address, url });
		const start = performance.now();

		const [asked, health] = await Promise.all([ensureRoom(room), videoHealth()]);

		expect([asked, health]).toEqual([refuse({ code: 'videoUnreachable' }), 'unreachable']);
		expect(performance.now() - start).toBeLessThan(3_000);
		silent.closeAllConnections();
		silent.close();
	});
});

function posted(body: string, { authorization, method }: { authorization: string; method: string }) {
	const stream = Readable.from([Buffer.from(body)]);
	return Object.assign(stream, { method, headers: { authorization } }) as unknown as IncomingMessage;
}

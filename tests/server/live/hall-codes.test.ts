import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { slotMs } from '#domain/attendance/hall-code.ts';
import { hallCodes, meetingByHallCode } from '#server/live/hall-codes.ts';
import { clock } from '#server/platform/clock.ts';
import { client } from '#server/platform/db.ts';
import { instant } from '#lib/time.ts';
import { done, hall, who } from '../../support/hall.ts';

const real = clock.now;
let at = 0;
beforeEach(() => {
	at = Math.ceil(real() / slotMs) * slotMs + 1_000; // a second into a slot
	clock.now = () => instant(at);
});
afterEach(() => void (clock.now = real));
afterAll(() => client.end());

const origin = 'https://nghisu.test';
async function rolled(delegates = 3) {
	const h = await hall(delegates);
	done(await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting }));
	const shown = async () => {
		const [now] = done(await hallCodes.run(who(h.ha), { meeting: h.meeting, origin }));
		if (!now) throw new Error('a code is shown');
		return now;
	};
	const delegate = (n: number) => h.delegate[n]?.person ?? h.stranger;
	return { ...h, shown, person: delegate };
}
const find = (person: Parameters<typeof who>[0], code: string) =>
	meetingByHallCode.run(who(person), { code });

describe('the code that a hall screen shows', () => {
	test('comes with the next one, each as a picture of where it leads', async () => {
		const h = await rolled();

		const codes = done(await hallCodes.run(who(h.ha), { meeting: h.meeting, origin }));

		expect(codes.map(({ from }) => from - at)).toEqual([-1_000, 9_000]);
		expect(codes[0]?.code).toMatch(/^[2-9A-Z]{8}$/);
		expect(codes[0]?.picture).toContain('<svg');
		expect(codes[0]?.code).not.toBe(codes[1]?.code);
	});

	test('is not given to delegates', async () => {
		const h = await rolled();

		const asked = await hallCodes.run(who(h.person(0)), { meeting: h.meeting, origin });

		expect(asked).toMatchObject({ refusal: { code: 'notAllowed' } });
	});
});

describe('whoever has read a code', () => {
	test('is told of the meeting that he is called to, and checks in', async () => {
		const h = await rolled();
		const { code } = await h.shown();

		expect(await find(h.person(0), code)).toMatchObject({
			value: { meeting: h.meeting, seat: h.delegate[0]?.seat, present: false }
		});
		done(await h.act(h.person(0), 'attendance.checkInByCode', { code, way: 'qr' }));
		expect(await find(h.person(0), code)).toMatchObject({ value: { present: true } });
	});

	test('hears the same of an old one, of another meeting’s and of one that never was', async () => {
		const [here, elsewhere] = [await rolled(), await rolled()];
		const { code: old } = await here.shown();
		at += 2 * slotMs;
		const { code: foreign } = await elsewhere.shown();

		const answers = [old, foreign, '22222222'].map((code) => find(here.person(0), code));

		expect(await Promise.all(answers)).toEqual(Array(3).fill({ ok: true, value: null }));
	});

	test('and tries many is told to wait', async () => {
		const h = await rolled();
		for (let n = 0; n < 20; n++) await find(h.person(0), '22222222');
		const { code } = await h.shown();

		expect(await find(h.person(0), code)).toMatchObject({ refusal: { code: 'tooManyTries' } });
		expect(await h.act(h.person(0), 'attendance.checkInByCode', { code, way: 'code' })).toMatchObject({
			refusal: { code: 'tooManyTries' }
		});
		expect(await find(h.person(1), code)).toMatchObject({ value: { meeting: h.meeting } });
	});
});

describe('a code that is typed', () => {
	test('is good for the six slots before this one, as people type: small letters, a space', async () => {
		const h = await rolled();
		const { code } = await h.shown();
		at += 6 * slotMs;

		const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase();

		expect((await h.act(h.person(0), 'attendance.checkInByCode', { code: typed, way: 'code' })).ok).toBe(
			true
		);
	});

	test('is old after that', async () => {
		const h = await rolled();
		const { code } = await h.shown();
		at += 7 * slotMs;

		expect(await h.act(h.person(0), 'attendance.checkInByCode', { code, way: 'code' })).toMatchObject({
			refusal: { code: 'hallCodeOld' }
		});
	});

	test('of another sitting is refused', async () => {
		const [here, elsewhere] = [await rolled(), await rolled()];
		const { code } = await elsewhere.shown();

		expect(await here.act(here.person(0), 'attendance.checkInByCode', { code, way: 'code' })).toMatchObject({
			refusal: { code: 'hallCodeOld' }
		});
	});
});

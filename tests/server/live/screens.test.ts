import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { signedInBy } from '#server/accounts/sign-ins.ts';
import { liveView, rosterPage } from '#server/live/queries.ts';
import { newDevice, pairedToken, pairScreen, showPairingCode } from '#server/live/screens.ts';
import { screenPairings } from '#server/live/tables.ts';
import { clock } from '#server/platform/clock.ts';
import { client, db } from '#server/platform/db.ts';
import { instant } from '#lib/time.ts';
import { done, hall, who } from '../../support/hall.ts';

const now = clock.now;
const laterBy = (ms: number) => (clock.now = () => instant(now() + ms));
afterEach(() => void (clock.now = now));
afterAll(() => client.end());

const address = () => `10.0.0.${Math.random()}`;
async function waiting() {
	const device = newDevice();
	const { code } = done(await showPairingCode(device, address()));
	return { device, code };
}

describe('a screen that waits', () => {
	test('is given no sign-in before its code is typed', async () => {
		const { device } = await waiting();

		expect(await pairedToken(device, undefined)).toBeNull();
	});

	test('shows six digits, of which the table holds no more than a hash', async () => {
		const { code, device } = await waiting();

		expect(code).toMatch(/^\d{6}$/);
		const rows = JSON.stringify(await db.select().from(screenPairings));
		expect(rows.includes(`"${code}"`) || rows.includes(device)).toBe(false);
	});

	test('that asks for new codes without end is told to wait', async () => {
		const from = address();
		const device = newDevice();
		for (let n = 0; n < 30; n++) done(await showPairingCode(device, from));

		expect(await showPairingCode(device, from)).toMatchObject({ refusal: { code: 'tooManyTries' } });
	});
});

describe('typing the code of a screen', () => {
	test('makes it the hall screen of the sitting whose roll is taken, and of nothing else', async () => {
		const [h, elsewhere] = [await hall(3), await hall(3)];
		await h.open();
		const { device, code } = await waiting();

		done(
			await pairScreen.run(who(h.ha), { meeting: h.meeting, code: `${code.slice(0, 3)} ${code.slice(3)}` })
		);

		const screen = await signedInBy((await pairedToken(device, undefined)) ?? undefined);
		expect(screen?.screen).toEqual({ meeting: h.meeting, sitting: h.sitting });
		const view = screen && (await liveView.run(screen, { meeting: h.meeting, as: 'hall' }));
		expect(view).toMatchObject({ ok: true, value: { view: { audience: 'hall' } } });
		const foreign = screen && (await liveView.run(screen, { meeting: elsewhere.meeting, as: 'hall' }));
		expect(foreign).toMatchObject({ refusal: { code: 'notAllowed' } });
	});

	test('lets the screen read the names, for it draws who sits where', async () => {
		const h = await hall(3);
		const { device, code } = await waiting();
		done(await pairScreen.run(who(h.ha), { meeting: h.meeting, code }));
		const screen = await signedInBy((await pairedToken(device, undefined)) ?? undefined);
		if (!screen) throw new Error('the screen is signed in');
		const { view } = done(await liveView.run(screen, { meeting: h.meeting, as: 'hall' }));

		const people = await rosterPage.run(screen, { meeting: h.meeting, hash: view.live.meeting.roster });

		expect(people.ok).toBe(true);
	});

	test('is good once: a second screen is not paired by it, and the first gets one sign-in', async () => {
		const h = await hall(3);
		const { device, code } = await waiting();
		done(await pairScreen.run(who(h.ha), { meeting: h.meeting, code }));

		const again = await pairScreen.run(who(h.ha), { meeting: h.meeting, code });

		expect(again).toMatchObject({ refusal: { code: 'pairingCodeUnknown' } });
		expect(await pairedToken(device, undefined)).not.toBeNull();
		expect(await pairedToken(device, undefined)).toBeNull();
	});

	test('is refused once two minutes have passed, and once the screen shows another', async () => {
		const h = await hall(3);
		const [old, renewed] = [await waiting(), await waiting()];
		done(await showPairingCode(renewed.device, address()));
		const type = (code: string) => pairScreen.run(who(h.ha), { meeting: h.meeting, code });

		expect(await type(renewed.code)).toMatchObject({ refusal: { code: 'pairingCodeUnknown' } });
		laterBy(120_001);
		expect(await type(old.code)).toMatchObject({ refusal: { code: 'pairingCodeUnknown' } });
	});

	test('is for the secretary: a delegate, the chair and a stranger may not', async () => {
		const h = await hall(3);
		const { device, code } = await waiting();

		for (const person of [h.delegate[0]?.person ?? h.stranger, h.cuong.person, h.stranger])
			expect(await pairScreen.run(who(person), { meeting: h.meeting, code })).toMatchObject({
				refusal: { code: 'notAllowed' }
			});
		expect(await pairedToken(device, undefined)).toBeNull();
	});

	test('cannot be guessed: after ten tries in a minute the right one is refused too', async () => {
		const h = await hall(3);
		const { code } = await waiting();
		const wrong = code === '000000' ? '000001' : '000000';
		for (let n = 0; n < 10; n++) await pairScreen.run(who(h.ha), { meeting: h.meeting, code: wrong });

		const right = await pairScreen.run(who(h.ha), { meeting: h.meeting, code });

		expect(right).toMatchObject({ refusal: { code: 'tooManyTries' } });
	});

	test('ends the sign-in that was on the device before', async () => {
		const h = await hall(3);
		const { device, code } = await waiting();
		done(await pairScreen.run(who(h.ha), { meeting: h.meeting, code }));

		await pairedToken(device, h.ha);

		expect(await signedInBy(h.ha)).toBeNull();
	});
});

test('a screen is of the public once its sitting has ended', async () => {
	const h = await hall(3);
	await h.open();
	const { device, code } = await waiting();
	done(await pairScreen.run(who(h.ha), { meeting: h.meeting, code }));
	const screen = await signedInBy((await pairedToken(device, undefined)) ?? undefined);
	done(await h.act(h.cuong.person, 'meetings.endSitting'));

	const view = screen && (await liveView.run(screen, { meeting: h.meeting, as: 'hall' }));

	expect(view).toMatchObject({ refusal: { code: 'notAllowed' } });
});

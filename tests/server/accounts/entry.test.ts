import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { and, eq } from 'drizzle-orm';
import type { PersonId, SittingId } from '#domain/journal/ids.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { signInByPassword, signOut, stepUpForSitting } from '#server/accounts/entry.ts';
import { goneOf, hashOfToken, signedInBy } from '#server/accounts/sign-ins.ts';
import { signIns, signInLimits } from '#server/accounts/tables.ts';
import { client, db } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { auditLog } from '#server/platform/tables.ts';
import { goodPassword, knock, knockOf, somebody } from '../../support/accounts.ts';

afterAll(() => client.end());
afterEach(() => vi.useRealTimers());

const minute = 60_000;
const pass = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const enter = (name: string, password: string, at = knock()) => signInByPassword.run(at, { name, password });
const wrongTimes = async (times: number, name: string, at = knock()) => {
	for (let n = 0; n < times; n++) await enter(name, 'sai', at);
};
async function signedIn(name: string, at = knock()) {
	const entered = await enter(name, goodPassword, at);
	if (!entered.ok || !entered.value.token) throw new Error('was not let in');
	return entered.value.token;
}
const untilOf = (answer: Result<unknown, Refusal>) =>
	!answer.ok && 'until' in answer.refusal ? Number(answer.refusal.until) : 0;
const linesOf = (person: PersonId, act: string) =>
	db
		.select()
		.from(auditLog)
		.where(and(eq(auditLog.act, act), eq(auditLog.person, person)));

describe('signing in by password', () => {
	test('lets the right person in, and keeps only a hash of the token', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');

		const token = await signedIn(cuong.name);

		expect(await signedInBy(token)).toEqual({ person: cuong.person, steppedUp: null, screen: null });
		const rows = await db.select().from(signIns).where(eq(signIns.person, cuong.person));
		expect(rows).toMatchObject([{ tokenHash: hashOfToken(token), agent: 'Chromium' }]);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test('takes a name in any spelling of the same letters: NFD, capitals, spaces around', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');

		const entered = await enter(
			`  ${cuong.name.toUpperCase().normalize('NFD')} `,
			goodPassword.normalize('NFD')
		);

		expect(entered.ok).toBe(true);
	});

	test('answers an unknown name and one of 300 characters like a wrong password', async () => {
		const toan = await somebody('Nguyễn Quốc Toàn');

		const answers = await Promise.all(
			[toan.name, newId(), 'ễ'.repeat(300)].map((name) => enter(name, 'sai'))
		);

		for (const answer of answers) expect(answer).toEqual(refuse({ code: 'wrongPassword', triesLeft: 4 }));
	});

	test('takes as long for a name that does not exist', async () => {
		const toan = await somebody('Nguyễn Quốc Toàn');
		const timed = async (name: string) => {
			const from = performance.now();
			await enter(name, 'sai');
			return performance.now() - from;
		};
		await timed(newId());

		const known = [await timed(toan.name), await timed(toan.name), await timed(toan.name)];
		const unknown = [await timed(newId()), await timed(newId()), await timed(newId())];

		expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
	});

	test('refuses what is no name or no password without looking', async () => {
		expect(await enter('', 'x')).toMatchObject({ ok: false, refusal: { code: 'inputInvalid' } });
		expect(await enter('db01', '')).toMatchObject({ ok: false, refusal: { code: 'inputInvalid' } });
		expect(await enter('db01', 'x'.repeat(501))).toMatchObject({
			ok: false,
			refusal: { code: 'inputInvalid' }
		});
	});

	test('is written down with the person, without password or name', async () => {
		const toan = await somebody('Nguyễn Quốc Toàn');

		await enter(toan.name, 'mật khẩu gõ nhầm');
		await signedIn(toan.name);

		const lines = await linesOf(toan.person, 'accounts.signIn');
		expect(lines.map(({ outcome }) => outcome)).toEqual(['wrongPassword', 'done']);
		expect(JSON.stringify(lines)).not.toMatch(/mật khẩu|toàn\./);
	});
});

describe('wrong passwords', () => {
	test('say what the next one costs, and after the fifth make one wait for a minute', async () => {
		const lien = await somebody('Đặng Thị Kim Liên');
		const at = knock();
		await wrongTimes(3, lien.name, at);

		expect(await enter(lien.name, 'sai', at)).toEqual(refuse({ code: 'wrongPassword', triesLeft: 1 }));
		const fifth = await enter(lien.name, 'sai', at);
		const now = Date.now();

		expect(fifth).toMatchObject({ ok: false, refusal: { code: 'mustWait', failures: 5 } });
		const until = untilOf(fifth);
		expect(until - now).toBeGreaterThan(58_000);
		expect(until - now).toBeLessThanOrEqual(minute);
	});

	test('refuse even the right one while the wait is on, and take it after', async () => {
		const lien = await somebody('Đặng Thị Kim Liên');
		const at = knock();
		await wrongTimes(5, lien.name, at);

		expect(await enter(lien.name, goodPassword, at)).toMatchObject({
			refusal: { code: 'mustWait', failures: 5 }
		});
		pass(minute + 1000);

		expect((await enter(lien.name, goodPassword, at)).ok).toBe(true);
	});

	test('make the waits longer, up to a quarter of an hour, and never lock', async () => {
		const lien = await somebody('Đặng Thị Kim Liên');
		const at = knock();
		await wrongTimes(5, lien.name, at);
		const waits: number[] = [];
		for (let n = 0; n < 5; n++) {
			pass(20 * minute);
			const refused = await enter(lien.name, 'sai', at);
			waits.push((untilOf(refused) - Date.now()) / minute);
		}

		expect(waits.map(Math.round)).toEqual([2, 5, 15, 15, 15]);
		pass(16 * minute);
		expect((await enter(lien.name, goodPassword, at)).ok).toBe(true);
	});

	test('of one account leave the others open, on the same device too', async () => {
		const [lien, kien] = [await somebody('Đặng Thị Kim Liên'), await somebody('Nông Bá Kiên')];
		const at = knock();

		await wrongTimes(6, lien.name, at);

		expect((await enter(kien.name, goodPassword, at)).ok).toBe(true);
	});

	test('from elsewhere do not make a device wait that has let the person in before', async () => {
		const lien = await somebody('Đặng Thị Kim Liên');
		const own = knock();
		await signedIn(lien.name, own);

		await wrongTimes(6, lien.name);

		expect((await enter(lien.name, goodPassword, own)).ok).toBe(true);
		expect(await enter(lien.name, goodPassword)).toMatchObject({ refusal: { code: 'mustWait' } });
	});

	test('sent all at once are no more than five', async () => {
		const lien = await somebody('Đặng Thị Kim Liên');

		const answers = await Promise.all(Array.from({ length: 12 }, () => enter(lien.name, 'sai')));

		const looked = await linesOf(lien.person, 'accounts.signIn');
		expect(looked).toHaveLength(5);
		expect(
			answers.filter((answer) => !answer.ok && answer.refusal.code === 'mustWait').length
		).toBeGreaterThanOrEqual(7);
	});

	test('leave nothing behind once the right one came', async () => {
		const lien = await somebody('Đặng Thị Kim Liên');
		const at = knock();
		await wrongTimes(4, lien.name, at);
		await signedIn(lien.name, at);

		expect(await enter(lien.name, 'sai', at)).toEqual(refuse({ code: 'wrongPassword', triesLeft: 4 }));
		pass(25 * 60 * minute);
		await enter(newId(), 'sai');
		const kept = await db.select().from(signInLimits);
		expect(kept.every(({ expire }) => expire && expire.getTime() > Date.now())).toBe(true);
	});

	test('try many accounts from one device: the device waits, the next one does not', async () => {
		const at = knock();
		for (let n = 0; n < 20; n++) await enter(newId(), 'sai', at);
		const lien = await somebody('Đặng Thị Kim Liên');

		expect(await enter(lien.name, goodPassword, at)).toMatchObject({ refusal: { code: 'mustWait' } });
		expect((await enter(lien.name, goodPassword, knock({ address: at.address }))).ok).toBe(true);
	});
});

describe('a hall behind one address', () => {
	test('gets in, each by his own device', async () => {
		const people = await Promise.all(Array.from({ length: 40 }, () => somebody('Vũ Công Hiếu')));

		const entered = await Promise.all(
			people.map(({ name }) => enter(name, goodPassword, knock({ address: '203.0.113.7' })))
		);

		expect(entered.every(({ ok }) => ok)).toBe(true);
	});
});

describe('a sign-in', () => {
	test('that was ended is nobody, and its streams are told', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');
		const token = await signedIn(cuong.name);

		await signOut.run(await knockOf(token), {});

		expect(await signedInBy(token)).toBeNull();
		expect(await goneOf([hashOfToken(token)])).toEqual(new Set([hashOfToken(token)]));
	});

	test('ends by itself, and a token that was made up is nobody', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');
		const token = await signedIn(cuong.name);
		pass(13 * 60 * minute);

		expect(await signedInBy(token)).toBeNull();
		expect(await signedInBy('made-up')).toBeNull();
	});

	test('of one who is at work is drawn out, but not beyond a day', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');
		const token = await signedIn(cuong.name);
		for (let hours = 0; hours < 21; hours += 7) {
			pass(7 * 60 * minute);
			expect(await signedInBy(token)).not.toBeNull();
		}
		pass(7 * 60 * minute);

		expect(await signedInBy(token)).toBeNull();
	});
});

describe('a step up', () => {
	const sitting = newId<SittingId>();

	test('is for one sitting, and changes the token', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');
		const before = await signedIn(cuong.name);

		const stepped = await stepUpForSitting.run(await knockOf(before), { password: goodPassword, sitting });

		if (!stepped.ok || !stepped.value.token) throw new Error('was refused');
		expect(await signedInBy(before)).toBeNull();
		expect(await signedInBy(stepped.value.token)).toMatchObject({
			person: cuong.person,
			steppedUp: { sitting }
		});
	});

	test('as Cường with the password of Liên is refused, and changes nothing for either', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');
		const token = await signedIn(cuong.name);

		const refused = await stepUpForSitting.run(await knockOf(token), {
			password: 'mật khẩu của bà Liên',
			sitting,
			person: newId()
		});

		expect(refused).toEqual(refuse({ code: 'wrongPassword', triesLeft: 4 }));
		expect(await signedInBy(token)).toMatchObject({ person: cuong.person, steppedUp: null });
	});

	test('slows down after five wrong passwords, without keeping others from the door', async () => {
		const cuong = await somebody('Đỗ Hữu Cường');
		const token = await signedIn(cuong.name);
		const at = await knockOf(token);
		for (let n = 0; n < 5; n++) await stepUpForSitting.run(at, { password: 'sai', sitting });

		expect(await stepUpForSitting.run(at, { password: goodPassword, sitting })).toMatchObject({
			refusal: { code: 'mustWait' }
		});
		expect((await enter(cuong.name, goodPassword)).ok).toBe(true);
	});

	test('needs a sign-in', async () => {
		expect(await stepUpForSitting.run(knock(), { password: goodPassword, sitting })).toEqual(
			refuse({ code: 'notSignedIn' })
		);
	});
});

test('signing out twice is no fault', async () => {
	expect(await signOut.run(knock(), {})).toEqual(ok({ token: null }));
});

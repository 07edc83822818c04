// Wrong passwords slow down further ones: by account and device first; by address only as a high bound, for a whole hall
// may come from one. Counted before the password is looked at, so that many at once gain nothing.
import { lt } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { RateLimiterDrizzle, type RateLimiterRes } from 'rate-limiter-flexible';
import { triesBeforeWaiting, triesLeftAfter, waitAfter } from '#domain/accounts/waiting.ts';
import { ok, refuse, type Refused, type Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import { clock } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/db.ts';
import { signInLimits } from './tables.ts';

/** Who tries: `account` names what is tried; device and address only where somebody is not yet signed in. */
export type Trying = { readonly account: string; readonly from?: Origin };
export type Origin = { readonly device: string; readonly address: string };
export type WrongPassword = { readonly code: 'wrongPassword'; readonly triesLeft: number };
export type MustWait = { readonly code: 'mustWait'; readonly until: Instant; readonly failures: number };

const day = 24 * 60 * 60;
const quarter = 15 * 60;
/** A shared tablet sees many people's slips, a hall's address even more. */
const perDevice = 20;
const perAddress = 300;

const limiter = (tx: Tx, keyPrefix: string, { points, duration }: { points: number; duration: number }) =>
	new RateLimiterDrizzle({
		storeClient: tx,
		schema: signInLimits,
		keyPrefix,
		points,
		duration,
		clearExpiredByTimeout: false
	});
const limitersIn = (tx: Tx) => ({
	account: limiter(tx, 'account', { points: triesBeforeWaiting, duration: day }),
	waiting: limiter(tx, 'waiting', { points: 0, duration: quarter }),
	device: limiter(tx, 'device', { points: perDevice, duration: quarter }),
	address: limiter(tx, 'address', { points: perAddress, duration: quarter })
});
const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const endOf = ({ msBeforeNext }: RateLimiterRes) => instant(clock.now() + msBeforeNext);

/** Counts one try as wrong, until `forgetTries` says otherwise. Refused, uncounted, while a wait is on. */
export async function countTry(
	tx: Tx,
	{ account, from }: Trying
): Promise<Result<{ readonly failures: number }, MustWait>> {
	const limiters = limitersIn(tx);
	// holds the account's row: tries of one account go one after the other from here
	const { consumedPoints: failures } = await limiters.account.penalty(keyOf(account), 1);
	const waits = [
		await limiters.waiting.get(keyOf(account)),
		from ? over(await limiters.device.get(keyOf(from.device)), perDevice) : null,
		from ? over(await limiters.address.get(keyOf(from.address)), perAddress) : null
	];
	const wait = waits.find((one) => one !== null);
	if (wait) {
		await limiters.account.reward(keyOf(account), 1);
		return refuse({ code: 'mustWait', until: endOf(wait), failures: failures - 1 });
	}
	const pauseMs = waitAfter(failures);
	if (pauseMs > 0) await limiters.waiting.block(keyOf(account), pauseMs / 1000);
	return ok({ failures });
}

const over = (counted: RateLimiterRes | null, most: number) =>
	counted && counted.consumedPoints >= most ? counted : null;

/** A try that proved wrong also counts for device and address. The refusal says what the next one costs, or until when to wait. */
export async function keepTry(tx: Tx, { account, from }: Trying): Promise<Refused<WrongPassword | MustWait>> {
	const limiters = limitersIn(tx);
	if (from) {
		await limiters.device.penalty(keyOf(from.device), 1);
		await limiters.address.penalty(keyOf(from.address), 1);
	}
	await tx.delete(signInLimits).where(lt(signInLimits.expire, new Date(clock.now())));
	const failures = (await limiters.account.get(keyOf(account)))?.consumedPoints ?? 0;
	const wait = await limiters.waiting.get(keyOf(account));
	return wait
		? refuse({ code: 'mustWait', until: endOf(wait), failures })
		: refuse({ code: 'wrongPassword', triesLeft: triesLeftAfter(failures) });
}

/** The right password: nothing of the account is kept. */
export async function forgetTries(tx: Tx, { account }: Trying): Promise<void> {
	const limiters = limitersIn(tx);
	await limiters.account.delete(keyOf(account));
	await limiters.waiting.delete(keyOf(account));
}

// What every request passes, through SvelteKit (hooks.server.ts) or past it (live/doors.ts).
import { sql, type SQL } from 'drizzle-orm';
import { atOnce, type Tx } from './db.ts';
import { grouped } from './grouped.ts';

export const securityHeaders = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
	'cross-origin-opener-policy': 'same-origin'
} as const;

export type Asked = {
	readonly method: string;
	readonly origin: string | null;
	readonly own: string;
	readonly by: By;
};
/** The person, or the address of whoever is not signed in: a whole hall may come from one address. */
export type By = { readonly person: string } | { readonly address: string };
const safe = ['GET', 'HEAD', 'OPTIONS'];

/** The status with which to turn a request away, or null. A changing request must name our own origin. */
export async function guard({ method, origin, own, by }: Asked): Promise<403 | 429 | null> {
	if (safe.includes(method)) return null;
	if (isForeign({ origin, own })) return 403;
	return (await tooMany(by)) ? 429 : null;
}
/** Whether a changing request comes from a page that is not ours, or does not say from which. */
export const isForeign = ({ origin, own }: Pick<Asked, 'origin' | 'own'>) => origin !== own;

export const perMinute = { person: 600, address: 3000 } as const;
async function tooMany(by: By) {
	const [key, most] = 'person' in by ? [by.person, perMinute.person] : [by.address, perMinute.address];
	return (await countOf(key)) > most;
}

/** Counts a request in the database, for all processes; a count is not worth waiting for the disk. */
const countOf = grouped(async (keys: readonly string[]): Promise<readonly number[]> => {
	const times = new Map<string, number>();
	for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
	const asked = JSON.stringify([...times].map(([key, count]) => ({ key, count })));
	const rows = await atOnce<{ key: string; count: number }>(sql`
		with unhurried as (select set_config('synchronous_commit', 'off', true))
		${counted(sql`select key, count from unhurried, jsonb_to_recordset(${asked}::jsonb) as g(key text, count int)`)}`);
	return inTurn(keys, times, new Map(rows.map(({ key, count }) => [key, count] as const)));
});

/**
 * For a statement that counts what it does: adds to the counts of this minute and returns them as (key, count). `asked`
 * selects (key, count), each key once; in their order, so that two processes never wait for each other.
 */
export const counted = (asked: SQL): SQL => sql`
	insert into rate_limits (key, minute, count)
	select key, date_trunc('minute', now()), count from (${asked}) asked order by key
	on conflict (key) do update set minute = excluded.minute,
		count = case when rate_limits.minute = excluded.minute then rate_limits.count + excluded.count else excluded.count end
	returning key, count`;

/** Whoever asked several times in one group has his counts one after the other, the last one the highest. */
function inTurn(
	keys: readonly string[],
	times: ReadonlyMap<string, number>,
	totals: ReadonlyMap<string, number>
): readonly number[] {
	const next = new Map([...totals].map(([key, total]) => [key, total - (times.get(key) ?? 0)] as const));
	return keys.map((key) => {
		const count = (next.get(key) ?? 0) + 1;
		next.set(key, count);
		return count;
	});
}

/** Forgets the counts of minutes that are over. */
export const clearRates = (tx: Tx) =>
	tx.execute(sql`delete from rate_limits where minute < now() - interval '10 minutes'`);

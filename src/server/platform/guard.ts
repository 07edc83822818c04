// What every request passes, through SvelteKit (hooks.server.ts) or past it (live/doors.ts).
import { sql } from 'drizzle-orm';
import { transaction, type Tx } from './db.ts';

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
	if (origin !== own) return 403;
	return (await tooMany(by)) ? 429 : null;
}

const perMinute = { person: 600, address: 3000 } as const;
async function tooMany(by: By) {
	const [key, most] = 'person' in by ? [by.person, perMinute.person] : [by.address, perMinute.address];
	const [row] = await transaction(null, (tx) =>
		tx.execute<{ count: number }>(sql`
		insert into rate_limits (key, minute, count) values (${key}, date_trunc('minute', now()), 1)
		on conflict (key) do update set minute = excluded.minute,
			count = case when rate_limits.minute = excluded.minute then rate_limits.count + 1 else 1 end
		returning count`)
	);
	return (row?.count ?? 0) > most;
}

/** Forgets the counts of minutes that are over. */
export const clearRates = (tx: Tx) =>
	tx.execute(sql`delete from rate_limits where minute < now() - interval '10 minutes'`);

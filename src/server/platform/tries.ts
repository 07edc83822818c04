// Guesses are counted in the database, so that several processes agree.
import { sql } from 'drizzle-orm';
import type { Tx } from './db.ts';

/**
 * Counts a try under a key and says whether it is one too many in this minute. The transaction must be committed also
 * where the caller refuses.
 */
export async function isOneTooMany(tx: Tx, key: string, most: number): Promise<boolean> {
	const [row] = await tx.execute<{ count: number }>(sql`
		insert into rate_limits (key, minute, count) values (${key}, date_trunc('minute', now()), 1)
		on conflict (key) do update set minute = excluded.minute,
			count = case when rate_limits.minute = excluded.minute then rate_limits.count + 1 else 1 end
		returning count`);
	return (row?.count ?? 0) > most;
}

import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { SignedIn } from '#domain/live/mine.ts';
import { instant } from '#lib/time.ts';
import { transaction } from '#server/platform/db.ts';
import { signIns } from './tables.ts';

export const cookieName = 'sign-in';
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');
const good = gt(signIns.expiresAt, sql`now()`);

export async function signedInBy(token: string | undefined): Promise<SignedIn | null> {
	if (!token) return null;
	const mine = and(eq(signIns.tokenHash, hashOfToken(token)), good);
	const [row] = await transaction(null, (tx) =>
		tx.select({ person: signIns.person, steppedUpAt: signIns.steppedUpAt }).from(signIns).where(mine)
	);
	return row
		? { person: row.person, steppedUpAt: row.steppedUpAt && instant(row.steppedUpAt.getTime()) }
		: null;
}

/** Which of these sign-ins are no longer good. */
export async function goneOf(hashes: readonly string[]): Promise<ReadonlySet<string>> {
	if (hashes.length === 0) return new Set();
	const rows = await transaction(null, (tx) =>
		tx
			.select({ hash: signIns.tokenHash })
			.from(signIns)
			.where(and(inArray(signIns.tokenHash, [...hashes]), good))
	);
	const still = new Set(rows.map(({ hash }) => hash));
	return new Set(hashes.filter((hash) => !still.has(hash)));
}

import { and, asc, count, desc, gt, inArray, isNull, eq, sql } from 'drizzle-orm';
import type { PersonId } from '#domain/journal/ids.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { instant } from '#lib/time.ts';
import type { Tx } from '#server/platform/db.ts';
import { notices } from './tables.ts';

/** Ids are in order of time, commits are not: the last ten seconds, of which the caller has told some already. */
export const recentNoticesFor = (tx: Tx, people: readonly PersonId[]) =>
	tx
		.select()
		.from(notices)
		.where(
			and(inArray(notices.person, [...people]), gt(notices.createdAt, sql`now() - interval '10 seconds'`))
		)
		.orderBy(asc(notices.id));

const most = 100;
/** What waits for somebody: unread, the newest first. */
export async function waitingFor(tx: Tx, person: PersonId): Promise<readonly Notice[]> {
	const rows = await tx
		.select()
		.from(notices)
		.where(waiting(person))
		.orderBy(desc(notices.createdAt))
		.limit(most);
	return rows.map(({ id, kind, about, title, createdAt }) => ({
		id,
		kind,
		about,
		title,
		at: instant(createdAt.getTime())
	}));
}

export async function countWaiting(tx: Tx, person: PersonId): Promise<number> {
	const [row] = await tx.select({ count: count() }).from(notices).where(waiting(person));
	return row?.count ?? 0;
}

const waiting = (person: PersonId) => and(eq(notices.person, person), isNull(notices.readAt));

import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import type { PersonId } from '#domain/journal/ids.ts';
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

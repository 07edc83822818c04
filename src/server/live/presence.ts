// Who is connected. Not history: each process writes whom it serves every 20 s, and a row older than 60 s does not count.
import { and, eq, gt, sql } from 'drizzle-orm';
import type { MeetingId, PersonId } from '#domain/journal/ids.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { presence } from './tables.ts';

/** Notes who is connected to a meeting at this process; nobody is nothing to note. */
export const sayPresent = (meeting: MeetingId, people: readonly PersonId[]) =>
	transaction(null, (tx) =>
		tx.execute(sql`insert into presence (meeting, person, seen_at)
			select ${meeting}::uuid, unnest(${`{${people.join(',')}}`}::uuid[]), now()
			on conflict (meeting, person) do update set seen_at = excluded.seen_at`)
	);

export const presentIn = (tx: Tx, meeting: MeetingId) =>
	tx
		.select({ person: presence.person })
		.from(presence)
		.where(and(eq(presence.meeting, meeting), gt(presence.seenAt, sql`now() - interval '60 seconds'`)));

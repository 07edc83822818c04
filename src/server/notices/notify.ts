import type { PersonId } from '#domain/journal/ids.ts';
import type { NoticeId, NoticeKind } from '#domain/notices/notice.ts';
import { clock } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { notices } from './tables.ts';

type Told = { readonly kind: NoticeKind; readonly about: string; readonly title?: string };
/** Tells people something, in the transaction of its cause: `kind` names the sentence, `about` what it concerns. */
export async function notify(
	tx: Tx,
	people: readonly PersonId[],
	{ kind, about, title = '' }: Told
): Promise<void> {
	const createdAt = new Date(clock.now());
	const rows = people.map((person) => ({ id: newId<NoticeId>(), person, kind, about, title, createdAt }));
	if (rows.length > 0) await tx.insert(notices).values(rows);
}

// What leaves with an export: every complete record, and what a stranger needs to check it.
import { asc, eq } from 'drizzle-orm';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { Tx } from '#server/platform/db.ts';
import { keys } from './home.ts';
import { pemOf } from './keys.ts';
import { fileNameOf, fileOf } from './queries.ts';
import { records } from './tables.ts';

export type Archived = { readonly meeting: MeetingId; readonly name: string; readonly bytes: Uint8Array };

/** The files of all complete records of this installation, named after their numbers. */
export async function completeRecords(tx: Tx): Promise<Archived[]> {
	const rows = await tx.select().from(records).where(eq(records.state, 'complete')).orderBy(asc(records.id));
	const files: Archived[] = [];
	for (const row of rows) {
		const bytes = await fileOf(tx, row.id, row.file);
		if (bytes && row.content)
			files.push({ meeting: row.meeting, name: fileNameOf(row.content.number), bytes });
	}
	return files;
}

/** The trial root and its list of certificates taken back, in PEM. */
export async function trialPem(): Promise<{ readonly root: string; readonly revoked: string }> {
	const home = keys();
	return {
		root: pemOf(await home.root(), 'CERTIFICATE'),
		revoked: pemOf(await home.revoked(), 'X509 CRL')
	};
}

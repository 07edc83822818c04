import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { MeetingId, PaperId } from '#domain/journal/ids.ts';
import type { PaperRef } from '#domain/meetings/agenda.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse } from '#lib/result.ts';
import { actorInDraft, draftStateOf } from '#server/meetings/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { paperFiles, papers, paperVersions } from './tables.ts';

/** Whether somebody may add papers here: asked before a byte of the file is read. */
export const mayAddPaper = query({
	name: 'documents.mayAddPaper',
	needs: 'documents.addPaper',
	input: v.object({ meeting: idOf<MeetingId>() }),
	actor: actorInDraft,
	async work(tx, { input: { meeting } }) {
		const state = await draftStateOf(tx, meeting);
		if (state === null) return refuse({ code: 'notFound' });
		return state === 'draft' ? ok(null) : refuse({ code: 'alreadyCalled' });
	}
});

/** A file that was received for this meeting, and for no other. */
export async function receivedFile(tx: Tx, meeting: MeetingId, hash: Hash) {
	const here = and(eq(paperFiles.meeting, meeting), eq(paperFiles.hash, hash));
	const [file] = await tx
		.select({ hash: paperFiles.hash, pages: paperFiles.pages, sizeBytes: paperFiles.sizeBytes })
		.from(paperFiles)
		.where(here);
	return file ?? null;
}

/** The versions of a paper of this meeting, the newest first; none where it is another meeting's. */
export async function versionsOf(tx: Tx, meeting: MeetingId, paper: PaperId): Promise<readonly PaperRef[]> {
	const { version, symbol, title, hash, pages } = paperVersions;
	return tx
		.select({ paper: paperVersions.paper, version, symbol, title, hash, pages })
		.from(paperVersions)
		.innerJoin(papers, eq(papers.id, paperVersions.paper))
		.where(and(eq(paperVersions.paper, paper), eq(papers.meeting, meeting)))
		.orderBy(desc(version));
}

// Papers of a draft. Adding, replacing and removing one changes the draft: what was submitted or approved is no longer.
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { ItemId, MeetingId, PaperId } from '#domain/journal/ids.ts';
import { paperOn } from '#domain/documents/paper.ts';
import { addPaper, putPaperBack, removePaper, type Agenda, type PaperRef } from '#domain/meetings/agenda.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import { changeDraft } from '#server/meetings/drafting.ts';
import { actorInDraft } from '#server/meetings/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf, line, wholeNumber } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { receivedFile, versionsOf } from './queries.ts';
import { paperFiles, papers, paperVersions } from './tables.ts';

const hash = v.custom<Hash>((given) => typeof given === 'string' && /^[0-9a-f]{64}$/.test(given));
const seen = { meeting: idOf<MeetingId>(), version: wholeNumber };
const described = { symbol: v.optional(line(60, 0), ''), title: line(300, 3), hash };
const agendaOf = (result: Result<Agenda, Refusal>) => (result.ok ? ok({ agenda: result.value }) : result);

/** Notes a file whose bytes are stored and were found to be a PDF: what the door does after it. */
export const keepFile = deskCommand({
	name: 'documents.keepFile',
	needs: 'documents.addPaper',
	input: v.object({ meeting: idOf<MeetingId>(), hash, pages: wholeNumber, sizeBytes: wholeNumber }),
	actor: actorInDraft,
	async work(tx, { input, by, at }) {
		await tx
			.insert(paperFiles)
			.values({ ...input, by: by.person, at: new Date(at) })
			.onConflictDoNothing();
		const { meeting: _, ...file } = input;
		return ok(file);
	}
});

/** Puts a received file on an item, as a new paper. */
export const addPaperCommand = deskCommand({
	name: 'documents.addPaper',
	needs: 'documents.addPaper',
	input: v.object({ ...seen, item: idOf<ItemId>(), ...described }),
	actor: actorInDraft,
	work: (tx, { input: { item, ...input }, by, at }) =>
		changeDraft(tx, input, async ({ agenda }) => {
			const made = await newVersion(tx, input, { paper: newId<PaperId>(), version: 1 });
			const added = made.ok ? addPaper(agenda, item, made.value) : made;
			if (added.ok && made.ok) await keepVersion(tx, input.meeting, { ref: made.value, by, at });
			return agendaOf(added);
		})
});

/** Puts another file in the place of a paper: its next version. */
export const replacePaper = deskCommand({
	name: 'documents.replacePaper',
	needs: 'documents.addPaper',
	input: v.object({ ...seen, paper: idOf<PaperId>(), ...described }),
	actor: actorInDraft,
	work: (tx, { input: { paper, ...input }, by, at }) =>
		changeDraft(tx, input, async ({ agenda }) => {
			const place = paperOn(agenda, paper);
			if (!place) return refuse({ code: 'paperUnknown' });
			const [newest] = await versionsOf(tx, input.meeting, paper);
			const made = await newVersion(tx, input, { paper, version: (newest?.version ?? 0) + 1 });
			const added = made.ok ? addPaper(agenda, place.item, made.value) : made;
			if (added.ok && made.ok) await keepVersion(tx, input.meeting, { ref: made.value, by, at });
			return agendaOf(added);
		})
});

export const removePaperCommand = deskCommand({
	name: 'documents.removePaper',
	needs: 'documents.addPaper',
	input: v.object({ ...seen, paper: idOf<PaperId>() }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, ({ agenda }) => {
			const place = paperOn(agenda, input.paper);
			return place
				? agendaOf(removePaper(agenda, place.item, input.paper))
				: refuse({ code: 'paperUnknown' });
		})
});

/** Puts a paper that was removed back where it lay, in its newest version. */
export const putPaperBackCommand = deskCommand({
	name: 'documents.putPaperBack',
	needs: 'documents.addPaper',
	input: v.object({ ...seen, item: idOf<ItemId>(), paper: idOf<PaperId>(), at: wholeNumber }),
	actor: actorInDraft,
	work: (tx, { input: { item, paper, at, ...input } }) =>
		changeDraft(tx, input, async ({ agenda }) => {
			const [ref] = await versionsOf(tx, input.meeting, paper);
			return ref ? agendaOf(putPaperBack(agenda, item, { ref, at })) : refuse({ code: 'paperUnknown' });
		})
});

type Described = {
	readonly meeting: MeetingId;
	readonly hash: Hash;
	readonly symbol: string;
	readonly title: string;
};
async function newVersion(
	tx: Tx,
	{ meeting, hash, symbol, title }: Described,
	as: Pick<PaperRef, 'paper' | 'version'>
): Promise<Result<PaperRef, Refusal>> {
	const file = await receivedFile(tx, meeting, hash);
	return file ? ok({ ...as, symbol, title, hash, pages: file.pages }) : refuse({ code: 'fileUnknown' });
}

type Made = { readonly ref: PaperRef; readonly by: Actor; readonly at: Instant };
async function keepVersion(tx: Tx, meeting: MeetingId, { ref, by, at }: Made) {
	await tx.insert(papers).values({ id: ref.paper, meeting }).onConflictDoNothing();
	await tx.insert(paperVersions).values({ ...ref, by: by.person, at: new Date(at) });
}

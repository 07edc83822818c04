// A file for a paper, as it comes in: written to the disk while it is read, then opened. The answer says what it is; which
// paper it becomes is said by a form of its own, so that a draft changed meanwhile does not cost the file once more.
import type { MeetingId } from '#domain/journal/ids.ts';
import { mostPaperBytes, type PaperRefusal, type ReceivedFile } from '#domain/documents/paper.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { refuse, type Refusal, type Result } from '#lib/result.ts';
import { discard, keep, receive, type Incoming } from '#server/platform/files.ts';
import { keepFile } from './commands.ts';
import { pagesOfPdf } from './opening.ts';
import { mayAddPaper } from './queries.ts';

export type Coming = {
	readonly bytes: AsyncIterable<Uint8Array>;
	/** As many bytes as whoever sends them has promised; null where nothing was said. */
	readonly promised: number | null;
};

/** Receives a file for a meeting's papers. Whether it may come is asked before it is read. */
export async function receivePaper(
	who: SignedIn,
	meeting: MeetingId,
	{ bytes, promised }: Coming
): Promise<Result<ReceivedFile, Refusal>> {
	const may = await mayAddPaper.run(who, { meeting });
	if (!may.ok) return may;
	if ((promised ?? 0) > mostPaperBytes) return refuse(tooLarge);
	const incoming = await receive(bytes, mostPaperBytes);
	if (!incoming) return refuse(tooLarge);
	try {
		const pages = await pagesOf(incoming, promised);
		if (!pages.ok) return pages;
		await keep(incoming);
		const { hash, sizeBytes } = incoming;
		return await keepFile.run(who, { meeting, hash, sizeBytes, pages: pages.value });
	} finally {
		await discard(incoming.path);
	}
}

const tooLarge = { code: 'paperTooLarge', most: mostPaperBytes } as const;

async function pagesOf(
	{ path, sizeBytes }: Incoming,
	promised: number | null
): Promise<Result<number, PaperRefusal>> {
	if (promised !== null && promised !== sizeBytes) return refuse({ code: 'paperUnfinished' });
	return sizeBytes === 0 ? refuse({ code: 'paperEmpty' }) : pagesOfPdf(path);
}

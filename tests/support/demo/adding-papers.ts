// The generated papers as Hà puts them on their items: each is received as a file and then added; where the case has a
// second version, it takes the place of the first before the session is called.
import { Readable } from 'node:stream';
import type { MeetingId } from '#domain/journal/ids.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { addPaperCommand, replacePaper } from '#server/documents/commands.ts';
import { receivePaper } from '#server/documents/door.ts';
import { draftPage } from '#server/meetings/queries.ts';
import { typesetPaper } from '#server/records/typeset.ts';
import { items } from './agenda.ts';
import { paperContent, papers } from './papers.ts';
import { expectDone, type Stage } from './stage.ts';

type Preparing = { readonly meeting: MeetingId; readonly version: number; readonly dated: Instant };

/** Adds all papers to a draft; the answer is the draft's version after it. */
export async function addPapers(stage: Stage, { meeting, version: from, dated }: Preparing): Promise<number> {
	const { agenda } = await stage.does('ha', draftPage, { meeting });
	const files = items.flatMap(({ papers: symbols }, at) =>
		symbols.flatMap((symbol) =>
			versionsOf(symbol).map((version) => ({ symbol, version, item: agenda[at]?.id }))
		)
	);
	const coming = files.map((file) => received(stage, meeting, { ...file, dated }));
	let version = from;
	for (const [at, file] of (await Promise.all(coming)).entries()) {
		const { item, version: number } = files[at] ?? {};
		const added = { meeting, version, ...file };
		const paper = number === 1 ? undefined : await paperWith(stage, meeting, file.symbol);
		const done = paper
			? await stage.does('ha', replacePaper, { ...added, paper })
			: await stage.does('ha', addPaperCommand, { ...added, item });
		version = done.version;
	}
	return version;
}

const versionsOf = (symbol: string) =>
	(papers.find((paper) => paper.symbol === symbol)?.versions ?? []).map((_, at) => at + 1);

async function paperWith(stage: Stage, meeting: MeetingId, symbol: string) {
	const { agenda } = await stage.does('ha', draftPage, { meeting });
	return agenda.flatMap((item) => item.papers).find((one) => one.symbol === symbol)?.paper;
}

type Wanted = { readonly symbol: string; readonly version: number; readonly dated: Instant };
async function received(stage: Stage, meeting: MeetingId, { symbol, version, dated }: Wanted) {
	const [year = 0, month = 0, day = 0] = dayOf(dated).split('-').map(Number);
	const content = paperContent(symbol, version, { year, month, day });
	const bytes = await typesetPaper(content);
	const coming = { bytes: Readable.from([bytes]), promised: bytes.length };
	const { hash } = expectDone(symbol, await receivePaper(await stage.signedIn('ha'), meeting, coming));
	return { symbol, title: content.title, hash };
}

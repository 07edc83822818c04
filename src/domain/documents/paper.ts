// Papers of a meeting: PDFs that lie on items of its agenda. Their bytes are named by their hash.
import type { ItemId, PaperId } from '../journal/ids.ts';
import type { Agenda, PaperRef } from '../meetings/agenda.ts';

export const mostPaperBytes = 100 * 1024 * 1024;

/** Why a file is not taken as a paper; what was typed beside it is kept. */
export type PaperRefusal =
	| { readonly code: 'paperEmpty' }
	| { readonly code: 'paperTooLarge'; readonly most: number }
	| { readonly code: 'paperNotPdf' }
	| { readonly code: 'paperEncrypted' }
	| { readonly code: 'paperBroken' }
	| { readonly code: 'paperUnfinished' }
	| { readonly code: 'fileUnknown' }
	| { readonly code: 'paperUnknown' };

/** What a received file turned out to be. */
export type ReceivedFile = {
	readonly hash: PaperRef['hash'];
	readonly pages: number;
	readonly sizeBytes: number;
};

/** A paper with the item it lies on; null where no item has it. */
export function paperOn(agenda: Agenda, id: PaperId): { item: ItemId; at: number; paper: PaperRef } | null {
	for (const item of agenda) {
		const at = item.papers.findIndex(({ paper }) => paper === id);
		const paper = item.papers[at];
		if (paper) return { item: item.id, at, paper };
	}
	return null;
}

/** The kind of paper that its symbol names: `TTr` of 313/TTr-UBND; null where it names none. */
export const kindOfSymbol = (symbol: string): string | null =>
	/\/(\p{L}{1,4})(?:-|$)/u.exec(symbol)?.[1] ?? null;

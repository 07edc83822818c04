// From a draft with its number to what is typeset and attached.
import type { Hash } from '#lib/hash.ts';
import type { AnyRecordContent, CalendarDate } from './content.ts';
import { articlesIn, type RecordDraft } from './draft.ts';
import type { Letterhead } from './letterhead.ts';
import type { NamedSigner } from './record.ts';

export type Numbered = {
	readonly printed: string;
	readonly code: string;
	readonly date: CalendarDate;
	readonly letterhead: Letterhead;
	readonly signers: readonly NamedSigner[];
	readonly verify: { readonly address: string; readonly url: string };
	readonly journal: { readonly size: number; readonly head: Hash };
};

/** The content of a record that has its number. Who signs is named without the ids of people. */
export function contentOf(draft: RecordDraft, numbered: Numbered): AnyRecordContent {
	const { printed, code, date, letterhead, verify, journal } = numbered;
	const signers = numbered.signers.map(({ field, kind, capacity, name }) => ({
		field,
		kind,
		capacity,
		name
	}));
	const both = { number: printed, code, date, place: letterhead.place, signers, verify, journal };
	const form = (type: string) => ({ issuer: letterhead.lines, type });
	const { recipients } = draft;
	const title = official(draft.title);
	if (draft.kind === 'resolution') {
		const { council, grounds, adoption } = draft;
		const articles = articlesIn(draft.articles);
		const own = { council, grounds, articles, adoption, title, recipients };
		return { ...both, ...own, schema: 'nghisu.resolution/1', form: form('NGHỊ QUYẾT') };
	}
	const { facts, closing, roll } = draft;
	const sections = draft.sections.map(({ heading, pieces }) => ({
		heading: official(heading),
		paragraphs: lettered(pieces.map(({ text }) => text))
	}));
	return {
		...both,
		facts,
		closing,
		roll,
		sections,
		title,
		recipients,
		schema: 'nghisu.minutes/1',
		form: form('BIÊN BẢN')
	};
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy';
/** One paragraph stands alone; several are a), b), c). */
function lettered(paragraphs: readonly string[]): string[] {
	if (paragraphs.length < 2) return [...paragraphs];
	return paragraphs.map((text, i) => (LETTERS[i] ? `${LETTERS[i]}) ${text}` : text));
}
/** Official papers have a hyphen where screens have a dash between years. */
const official = (text: string) => text.replace(/(\d)–(\d)/g, '$1 - $2').replaceAll('–', '-');

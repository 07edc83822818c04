// A record before it has a number: text that the secretary edits, in pieces that say where they come from. What the
// system counted is locked: it may be left as it is, not written over.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';

export type Source =
	| { readonly from: 'journal'; readonly begins: Instant; readonly ends: Instant | null }
	| { readonly from: 'note'; readonly at: Instant }
	| { readonly from: 'conclusion'; readonly at: Instant; readonly leadUnit: string; readonly due: string }
	| { readonly from: 'vote'; readonly code: string; readonly at: Instant }
	| { readonly from: 'agenda' }
	| { readonly from: 'secretary' };
export type Piece = { readonly id: string; readonly text: string; readonly source: Source };
export type DraftSection = {
	readonly id: string;
	readonly heading: string;
	readonly pieces: readonly Piece[];
};

export type MinutesDraft = {
	readonly kind: 'minutes';
	readonly title: string;
	readonly facts: readonly { readonly label: string; readonly text: string }[];
	readonly sections: readonly DraftSection[];
	readonly closing: readonly string[];
	readonly roll: readonly { readonly name: string; readonly attendance: string }[];
	readonly recipients: readonly string[];
};
export type ResolutionDraft = {
	readonly kind: 'resolution';
	readonly title: string;
	readonly isNormative: boolean;
	readonly council: readonly string[];
	readonly grounds: readonly string[];
	/** One text: a line that begins with *Điều* begins an article. */
	readonly articles: string;
	readonly adoption: string;
	readonly recipients: readonly string[];
};
export type RecordDraft = MinutesDraft | ResolutionDraft;

export type DraftRefusal =
	| { readonly code: 'pieceLocked' }
	| { readonly code: 'sectionUnknown' }
	| { readonly code: 'articlesMissing' }
	| { readonly code: 'groundsMissing' };

export const isLocked = ({ source }: Piece): boolean => source.from === 'vote' || source.from === 'journal';

export type TypedPiece = { readonly id: string; readonly text: string };

/**
 * The section with the pieces as they were typed; an empty one of the secretary's own is taken away, a new one is added at
 * the end. Refused where a locked piece would change or disappear.
 */
export function editSection(
	draft: MinutesDraft,
	section: string,
	typed: readonly TypedPiece[]
): Result<MinutesDraft, DraftRefusal> {
	const found = draft.sections.find(({ id }) => id === section);
	if (!found) return refuse({ code: 'sectionUnknown' });
	const kept = found.pieces.map((piece) => typed.find(({ id }) => id === piece.id) ?? piece);
	if (found.pieces.some((piece, i) => isLocked(piece) && kept[i]?.text !== piece.text))
		return refuse({ code: 'pieceLocked' });
	const changed = found.pieces.map((piece, i) => ({ ...piece, text: kept[i]?.text ?? piece.text }));
	const added = typed
		.filter(({ id }) => !found.pieces.some((piece) => piece.id === id))
		.map((piece): Piece => ({ ...piece, source: { from: 'secretary' } }));
	const pieces = [...changed, ...added].filter(({ text }) => text !== '');
	return ok({
		...draft,
		sections: draft.sections.map((one) => (one.id === section ? { ...one, pieces } : one))
	});
}

export type TypedResolution = {
	readonly grounds: string;
	readonly articles: string;
	readonly recipients: string;
};
export const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** The resolution as it was typed. Refused without grounds or without an article. */
export function editResolution(
	draft: ResolutionDraft,
	typed: TypedResolution
): Result<ResolutionDraft, DraftRefusal> {
	const grounds = linesOf(typed.grounds);
	if (grounds.length === 0) return refuse({ code: 'groundsMissing' });
	if (articlesIn(typed.articles).length === 0) return refuse({ code: 'articlesMissing' });
	return ok({ ...draft, grounds, articles: typed.articles.trim(), recipients: linesOf(typed.recipients) });
}

export type Article = { readonly heading: string; readonly paragraphs: readonly string[] };

/** The articles in a text. What stands before the first *Điều* belongs to none and is left out. */
export function articlesIn(text: string): Article[] {
	return linesOf(text).reduce<Article[]>((articles, line) => {
		const last = articles.at(-1);
		if (/^Điều\s+\d+/u.test(line)) return [...articles, { heading: line, paragraphs: [] }];
		if (!last) return articles;
		return [...articles.slice(0, -1), { ...last, paragraphs: [...last.paragraphs, line] }];
	}, []);
}

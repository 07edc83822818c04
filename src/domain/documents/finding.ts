// Finding words in a paper as people type them: without marks, without the points of a number, by an exact phrase in
// quotation marks. Places are counted in the text as it stands.

/** From (inclusive) and to (exclusive), in UTF-16 units of the text. */
export type Place = { readonly start: number; readonly end: number };
export type Wanted = {
	/** Folded: no marks, no capitals, single spaces, no points that group the digits of a number. */
	readonly folded: string;
	/** The marks that each word has to have; null where any will do. */
	readonly marks: readonly (string | null)[];
	readonly wholeWords: boolean;
};

/** A text made ready for being searched, once for all that is looked for in it. */
export type Searchable = {
	readonly text: string;
	readonly folded: string;
	/** Where each unit of the folded text begins in the text, and behind the last one its end. */
	readonly from: Uint32Array;
};

const mark = /\p{M}/gu;
const quoted = /^["“”«]\s*(.*?)\s*["“”»]?$/su;
const isGrouping = /^\.\d{3}(?!\d)/;
const isFraction = /^\d,\d$/;
const [isDigit, isWord, isSpace] = [/\d/, /[\p{L}\p{N}]/u, /\s/];

/** What somebody typed, to be looked for; null where there is nothing to find. In quotation marks every mark counts. */
export function wantedOf(typed: string): Wanted | null {
	const [, phrase] = quoted.exec(typed.trim()) ?? [];
	const text = (phrase ?? typed).normalize('NFC').trim();
	const { folded } = searchable(text);
	if (folded === '') return null;
	const exact = phrase !== undefined;
	const marks = wordsOf(text).map((word) => marksOf(word) || (exact ? '' : null));
	return { folded, marks, wholeWords: exact };
}

/** Every place at which it stands, from the beginning on; none overlaps another. */
export function findIn({ text, folded, from }: Searchable, wanted: Wanted): Place[] {
	const found: Place[] = [];
	for (let at = folded.indexOf(wanted.folded); at >= 0;) {
		const end = at + wanted.folded.length;
		const place = { start: from[at] ?? 0, end: from[end] ?? text.length };
		const fits = standsAlone(folded, { at, end, wanted }) && hasMarks(text, place, wanted);
		if (fits) found.push({ start: place.start, end: trimmedEnd(text, place) });
		at = folded.indexOf(wanted.folded, fits ? end : at + 1);
	}
	return found;
}

/** The words around a place, for a list of what was found. */
export function excerptOf(text: string, { start, end }: Place, reach = 40) {
	const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)];
	const whole = (part: string) => part.replace(/\s+/g, ' ');
	return {
		before: `${from > 0 ? '…' : ''}${whole(from > 0 ? text.slice(from, start).replace(/^\S*/, '') : text.slice(0, start))}`,
		found: whole(text.slice(start, end)),
		after: `${whole(to < text.length ? text.slice(end, to).replace(/\S*$/, '') : text.slice(end))}${to < text.length ? '…' : ''}`
	};
}

/** Folds a text, keeping from where each of its signs comes. */
export function searchable(text: string): Searchable {
	let folded = '';
	const from: number[] = [];
	for (let at = 0; at < text.length;) {
		const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
		const plain = foldedSign(sign, { text, at, folded });
		folded += plain;
		for (let unit = 0; unit < plain.length; unit++) from.push(at);
		at += sign.length;
	}
	return { text, folded: folded.trimEnd(), from: Uint32Array.from([...from, text.length]) };
}

/** A sign with what stands around it: marks fall away, spaces become one, and so does a point between digits. */
function foldedSign(sign: string, { text, at, folded }: { text: string; at: number; folded: string }) {
	if (isSpace.test(sign)) return folded === '' || folded.endsWith(' ') ? '' : ' ';
	if (sign === '.' && isDigit.test(folded.at(-1) ?? '') && isGrouping.test(text.slice(at, at + 5))) return '';
	const small = sign.toLowerCase();
	return sign < '\u0080' ? small : small.normalize('NFD').replace(mark, '').replace(/đ/g, 'd');
}

type Within = { readonly at: number; readonly end: number; readonly wanted: Wanted };
/**
 * A number is found as a whole: `1.200.000` is no part of `1.411.200.000`, but `9.846` is found in `9.846,5`. In
 * quotation marks so is a word.
 */
function standsAlone(folded: string, { at, end, wanted }: Within) {
	const joined = (sign: RegExp, edge: number) =>
		sign.test(folded[edge - 1] ?? '') && sign.test(folded[edge] ?? '');
	if (
		joined(isDigit, at) ||
		joined(isDigit, end) ||
		isFraction.test(folded.slice(Math.max(0, at - 2), at + 1))
	)
		return false;
	return !wanted.wholeWords || !(joined(isWord, at) || joined(isWord, end));
}

/** Where somebody typed marks they have to be there, wherever in the word they sit: `hòa` is `hoà`. */
function hasMarks(text: string, { start, end }: Place, { marks }: Wanted) {
	if (marks.every((wanted) => wanted === null)) return true;
	const words = wordsOf(text.slice(start, end));
	return marks.every((wanted, at) => wanted === null || marksOf(words[at] ?? '') === wanted);
}

const wordsOf = (text: string) => text.trim().split(/\s+/);
const marksOf = (word: string) => {
	const parts = word.toLowerCase().normalize('NFD');
	return [...(parts.match(mark) ?? []), ...(parts.match(/đ/g) ?? [])].sort().join('');
};

/** Marks that follow a letter belong to it; a space that was folded away behind it does not. */
function trimmedEnd(text: string, { start, end }: Place) {
	return start + text.slice(start, end).trimEnd().length;
}

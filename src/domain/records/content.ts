// What a record says, as data. The page is typeset from it, and the same bytes are attached to the file, so that a
// verifier knows what the pages have to say and who has to have signed.
import type { Hash } from '#lib/hash.ts';

export type RecordKind = 'minutes' | 'resolution';
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** A signature that the record has to have; in order. A field is filled once. */
export type SignerWanted = {
	readonly field: string;
	readonly kind: 'person' | 'seal';
	/** As printed above the signature: *Chủ tọa kỳ họp*. */
	readonly capacity: string;
	readonly name: string;
};

type Form = {
	/** The issuing body, in the lines of the page's head, in capitals as the form wants them. */
	readonly issuer: readonly string[];
	/** *BIÊN BẢN*, *NGHỊ QUYẾT*. */
	readonly type: string;
};

type RecordContent = {
	readonly form: Form;
	/** Number and symbol, as taken from the register: `07/BB-HĐND`. */
	readonly number: string;
	readonly code: string;
	readonly place: string;
	readonly date: CalendarDate;
	readonly title: string;
	readonly signers: readonly SignerWanted[];
	readonly recipients: readonly string[];
	readonly verify: { readonly address: string; readonly url: string };
	/** How far the meeting's journal reached when this was drafted. */
	readonly journal: { readonly size: number; readonly head: Hash } | null;
};

export type MinutesContent = RecordContent & {
	readonly schema: 'nghisu.minutes/1';
	readonly facts: readonly { readonly label: string; readonly text: string }[];
	readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
	readonly closing: readonly string[];
	readonly roll: readonly { readonly name: string; readonly attendance: string }[];
};

export type ResolutionContent = RecordContent & {
	readonly schema: 'nghisu.resolution/1';
	/** The council, its generation and session, as the form centres them. */
	readonly council: readonly string[];
	readonly grounds: readonly string[];
	readonly articles: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
	readonly adoption: string;
};

export type AnyRecordContent = MinutesContent | ResolutionContent;

/** A meeting paper typeset by the product itself: not signed. */
export type PaperContent = {
	readonly symbol: string;
	readonly title: string;
	readonly issuer: string;
	readonly date: CalendarDate;
	readonly pages: readonly PaperPage[];
};
export type PaperPage = {
	readonly heading: string;
	readonly paragraphs: readonly string[];
	readonly landscape: boolean;
	readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
};

export const ATTACHED_AS = 'du-lieu.json';

/** What a verifier needs of the attached data; null where the bytes are not a record's data. */
export type RecordFacts = {
	readonly kind: RecordKind;
	readonly number: string;
	readonly code: string;
	readonly title: string;
	readonly date: CalendarDate;
	readonly signers: readonly SignerWanted[];
};

/** Reads the facts out of bytes that came with a foreign file: nothing is taken on trust, not even its shape. */
export function factsIn(bytes: Uint8Array): RecordFacts | null {
	const data = parsed(bytes);
	if (!data) return null;
	const kind =
		data.schema === 'nghisu.minutes/1'
			? 'minutes'
			: data.schema === 'nghisu.resolution/1'
				? 'resolution'
				: null;
	const { number, code, title, date, signers } = data;
	if (kind === null || typeof number !== 'string' || typeof code !== 'string' || typeof title !== 'string')
		return null;
	if (!isDate(date) || !Array.isArray(signers) || signers.length === 0 || !signers.every(isSignerWanted))
		return null;
	return { kind, number, code, title, date, signers };
}

type Fields = { readonly [key: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function parsed(bytes: Uint8Array): Fields | null {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return isFields(value) ? value : null;
	} catch {
		return null; // a foreign file may hold anything under this name
	}
}
function isDate(value: unknown): value is CalendarDate {
	return isFields(value) && [value.year, value.month, value.day].every((part) => Number.isInteger(part));
}
function isSignerWanted(value: unknown): value is SignerWanted {
	if (!isFields(value)) return false;
	const texts = [value.field, value.capacity, value.name];
	return (
		texts.every((text) => typeof text === 'string') && (value.kind === 'person' || value.kind === 'seal')
	);
}

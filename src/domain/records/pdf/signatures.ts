// The signatures that a file holds, read without believing them: each with the bytes it covers and its container.
import { joined, latin, latinText, sameBytes } from '#lib/bytes.ts';
import { readDer } from '../der/read.ts';
import { isName, Str, textOf, type Dict } from './object.ts';
import type { Pdf } from './pdf.ts';

export type SignatureFound = {
	readonly field: string;
	readonly name: string | null;
	readonly reason: string | null;
	/** Where its revision of the file ends: bytes from there on are not covered. */
	readonly end: number;
	/** What is signed, and by which container; null where the two do not leave out exactly one another. */
	readonly covered: { readonly content: Uint8Array; readonly container: Uint8Array } | null;
};

/** All filled signature fields, the first signed first. */
export function signaturesIn(pdf: Pdf): SignatureFound[] {
	const form = pdf.root.has('AcroForm') ? pdf.dict(pdf.root.get('AcroForm')) : null;
	const fields = form ? pdf.list(form.get('Fields')).map((ref) => pdf.dict(ref)) : [];
	return fields
		.filter((field) => isName(field.get('FT'), 'Sig') && field.has('V'))
		.map((field) => found(pdf, field))
		.sort((a, b) => a.end - b.end);
}

function found(pdf: Pdf, field: Dict): SignatureFound {
	const value = pdf.dict(field.get('V'));
	const range = pdf.list(value.get('ByteRange')).filter((one) => typeof one === 'number');
	const [, , after = 0, length = 0] = range;
	const contents = pdf.get(value.get('Contents'));
	return {
		field: textOf(field.get('T')) ?? '',
		name: textOf(value.get('Name')),
		reason: textOf(value.get('Reason')),
		end: Math.min(after + length, pdf.bytes.length),
		covered: contents instanceof Str ? coveredBy(pdf.bytes, range, contents.bytes) : null
	};
}

/** Only one kind of range is honest: from 0 to the hole, and from behind it to the end of a revision. */
function coveredBy(
	bytes: Uint8Array,
	range: readonly number[],
	contents: Uint8Array
): SignatureFound['covered'] {
	const [start, before = 0, after = 0, length = 0] = range;
	const end = after + length;
	if (range.length !== 4 || start !== 0 || after <= before || end > bytes.length) return null;
	const hole = latinText(bytes.subarray(before, after));
	if (!/^<([0-9a-fA-F]{2})+>$/.test(hole)) return null;
	const inHole = Uint8Array.from(hole.match(/[0-9a-fA-F]{2}/g) ?? [], (pair) => parseInt(pair, 16));
	if (!sameBytes(inHole, contents) || !endsARevision(bytes, end)) return null;
	const container = containerIn(contents);
	return container && { content: joined(bytes.subarray(0, before), bytes.subarray(after, end)), container };
}

/** The container without the zeros that fill its room; anything else behind it is not accepted. */
function containerIn(contents: Uint8Array): Uint8Array | null {
	try {
		const { raw } = readDer(contents);
		return contents.subarray(raw.length).every((byte) => byte === 0) ? raw : null;
	} catch {
		return null; // no DER: a file from outside may hold anything here
	}
}

const MARK = latin('%%EOF');
/** Whether the end-of-file mark, and at most a line end, stands right before `end`. */
export function endsARevision(bytes: Uint8Array, end: number): boolean {
	const tail = latinText(bytes.subarray(Math.max(0, end - MARK.length - 2), end));
	return /%%EOF(\r\n|\r|\n)?$/.test(tail);
}

// A signature in two halves: everything up to the bytes to be signed; then, with the key's answer, the container.
// Between the halves the signer may take minutes, so what the first half answers is plain data that can be kept.
import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, joined, latin } from '#lib/bytes.ts';
import { utf8 } from '#lib/hash.ts';
import { isoInVietnam, type Instant } from '#lib/time.ts';
import { contentOf, packed } from '../pdf/filter.ts';
import { dict, Hole, name, Stream, textString, type Obj } from '../pdf/object.ts';
import { Pdf } from '../pdf/pdf.ts';
import { broughtIn, Update } from '../pdf/writer.ts';
import { container, signedAttributes, toBeSigned, type Chain } from './container.ts';
import { fieldRef } from './fields.ts';

/** Bytes kept for the container; ours, with a time stamp and both chains, take about 4,500. */
const ROOM = 8000;

export type SignatureWanted = {
	readonly field: string;
	readonly leaf: Uint8Array;
	readonly name: string;
	/** In which capacity: *Chủ tọa kỳ họp*. */
	readonly reason: string;
	readonly place: string;
	readonly at: Instant;
	/** One page as big as the field, typeset: what is seen there. */
	readonly appearance: Uint8Array;
};
export type Begun = {
	readonly bytes: Uint8Array;
	/** Where the digits of the container begin, and how many bytes it may have. */
	readonly from: number;
	readonly room: number;
	readonly attributes: readonly Uint8Array[];
	readonly toBeSigned: Uint8Array;
};

/** The first half. Throws where the field is signed already: then another signature came first. */
export function beginSignature(file: Uint8Array, wanted: SignatureWanted): Begun {
	const pdf = new Pdf(file);
	const update = new Update(pdf);
	const field = update.edit(fieldRef(pdf, wanted.field));
	if (field.has('V')) throw new Error(`the field ${wanted.field} is signed already`);
	const range = new Hole('[0 '.padEnd(36).concat(']'));
	const contents = new Hole(`<${'0'.repeat(ROOM * 2)}>`);
	field.set('V', update.add(signatureDict(wanted, { range, contents })));
	field.set('AP', dict({ N: update.add(appearanceOf(update, new Pdf(wanted.appearance))) }));
	const bytes = update.bytes(sha256(joined(file, utf8(`${wanted.field} ${wanted.at}`))).subarray(0, 16));
	const after = contents.at + contents.text.length;
	const written = `[0 ${contents.at} ${after} ${bytes.length - after}]`;
	bytes.set(latin(written.padEnd(range.text.length)), range.at);
	const digest = sha256(joined(bytes.subarray(0, contents.at), bytes.subarray(after)));
	const attributes = signedAttributes(digest, wanted.leaf);
	return { bytes, from: contents.at + 1, room: ROOM, attributes, toBeSigned: toBeSigned(attributes) };
}

export type KeysAnswer = {
	readonly chain: Chain;
	readonly value: Uint8Array;
	readonly timeStamp: Uint8Array;
};

/** The second half: the signed file. Throws where the container does not fit. */
export function finishSignature(begun: Begun, { chain, value, timeStamp }: KeysAnswer): Uint8Array {
	const cms = container({ chain, attributes: begun.attributes, value, timeStamp });
	if (cms.length > begun.room)
		throw new Error(`a container of ${cms.length} bytes does not fit into ${begun.room}`);
	const signed = begun.bytes.slice();
	signed.set(latin(hexOf(cms)), begun.from);
	return signed;
}

function signatureDict(wanted: SignatureWanted, holes: { readonly range: Hole; readonly contents: Hole }) {
	return dict({
		Type: name('Sig'),
		Filter: name('Adobe.PPKLite'),
		SubFilter: name('ETSI.CAdES.detached'),
		ByteRange: holes.range,
		Contents: holes.contents,
		M: textString(pdfTime(wanted.at)),
		Name: textString(wanted.name),
		Reason: textString(wanted.reason),
		Location: textString(wanted.place)
	});
}

/** `D:20261209103000+07'00'`. */
export function pdfTime(at: Instant): string {
	const digits = isoInVietnam(at).replace(/\D/g, '').slice(0, 14);
	return `D:${digits}+07'00'`;
}

function appearanceOf(update: Update, page: Pdf): Stream {
	const entries = page.dict(page.pages()[0]);
	const box = page.list(entries.get('MediaBox'));
	const known = new Map();
	const bring = (key: string): Obj => broughtIn(page, update, page.get(entries.get(key)), known);
	const contents = page.get(entries.get('Contents'));
	const parts = Array.isArray(contents) ? contents : [contents];
	return packed(
		{
			Type: name('XObject'),
			Subtype: name('Form'),
			BBox: [0, 0, box[2] ?? 0, box[3] ?? 0],
			Resources: bring('Resources'),
			...(entries.has('Group') ? { Group: bring('Group') } : {})
		},
		joined(...parts.map((part) => contentOf(page.stream(part))))
	);
}

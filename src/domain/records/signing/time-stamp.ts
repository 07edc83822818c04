// Time stamps by RFC 3161, both ends: what is asked, what is answered, and the check before an answer goes into a record.
import { sameBytes } from '#lib/bytes.ts';
import { isoOf, type Instant } from '#lib/time.ts';
import { OID } from '../der/oid.ts';
import { below, dottedOf, NotDer, readDer, timeOf, type Node } from '../der/read.ts';
import { element, generalizedTime, integer, objectId, octets, sequence, yes } from '../der/write.ts';
import { sha256Algorithm } from './container.ts';

/** Our own policy number, from the arc kept for examples: a trial authority promises nothing. */
const POLICY = '2.999.1';

export type StampAsked = { readonly imprint: Uint8Array; readonly nonce: bigint };

/** The question, in DER: over a SHA-256 imprint, with the certificates wanted in the answer. */
export function stampRequest({ imprint, nonce }: StampAsked): Uint8Array {
	return sequence(integer(1), sequence(sha256Algorithm, octets(imprint)), integer(nonce), yes);
}

/** Reads a question; throws `NotDer` where it is none, or over another digest than SHA-256. */
export function readStampRequest(der: Uint8Array): { readonly imprint: Node; readonly nonce: Node | null } {
	const request = readDer(der);
	const imprint = below(request, 1);
	if (dottedOf(below(imprint, 0, 0)) !== OID.sha256 || below(imprint, 1).body.length !== 32)
		throw new NotDer('a time stamp is given over SHA-256 only');
	return { imprint, nonce: request.kids.slice(2).find((kid) => kid.tag === 0x02) ?? null };
}

/** What a time stamp says, to be signed: this imprint was here at this instant. */
export function stampInfo(
	request: Uint8Array,
	given: { readonly at: Instant; readonly serial: bigint }
): Uint8Array {
	const { imprint, nonce } = readStampRequest(request);
	const at = isoOf(given.at).replace(/[-:T]|\.\d+/g, '');
	return sequence(
		integer(1),
		objectId(POLICY),
		imprint.raw,
		integer(given.serial),
		generalizedTime(at),
		sequence(integer(1)),
		...(nonce ? [nonce.raw] : [])
	);
}

/** The answer around a token: granted. */
export const stampResponse = (token: Uint8Array) =>
	sequence(sequence(element(0x02, Uint8Array.of(0))), token);

/** The token of an answer to this question. Throws where it was refused, or answers another question. */
export function stampFrom(response: Uint8Array, asked: StampAsked): Uint8Array {
	const answer = readDer(response);
	const status = below(answer, 0, 0).body[0] ?? 2;
	if (status > 1) throw new Error(`the time stamp was refused with status ${status}`);
	const token = below(answer, 1);
	const info = infoOf(token);
	if (!sameBytes(below(info, 2, 1).body, asked.imprint))
		throw new Error('the time stamp is over another imprint');
	if (!info.kids.some((kid) => sameBytes(kid.raw, integer(asked.nonce))))
		throw new Error('the time stamp answers another question');
	return token.raw;
}

/** The instant that a token states. */
export function stampedAt(token: Uint8Array): Instant {
	const time = infoOf(readDer(token)).kids.find((kid) => kid.tag === 0x18);
	if (!time) throw new NotDer('a time stamp without a time');
	return timeOf(time);
}

function infoOf(token: Node): Node {
	const inside = below(token, 1, 0, 2);
	if (dottedOf(below(inside, 0)) !== OID.timeStampInfo) throw new NotDer('this is no time stamp');
	return readDer(below(inside, 1, 0).body);
}

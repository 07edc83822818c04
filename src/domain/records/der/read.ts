// Reads DER and keeps the bytes of each element as they stand: what was signed must never be written anew.
import { latinText } from '#lib/bytes.ts';
import { instantOfIso, type Instant } from '#lib/time.ts';

export type Node = {
	readonly tag: number;
	/** Tag, length and content. */
	readonly raw: Uint8Array;
	readonly body: Uint8Array;
	readonly kids: readonly Node[];
};
/** Bytes that are no DER, or not the structure that was expected. */
export class NotDer extends Error {}
const DEEPEST = 40;

/** The element that begins at `at`, with all below it. */
export function readDer(bytes: Uint8Array, at = 0, depth = 0): Node {
	if (depth > DEEPEST) throw new NotDer('elements are nested too deeply');
	const tag = bytes[at];
	if (tag === undefined) throw new NotDer('an element was expected');
	const [length, from] = lengthAt(bytes, at + 1);
	if (from + length > bytes.length) throw new NotDer('an element is cut off');
	const body = bytes.subarray(from, from + length);
	return {
		tag,
		raw: bytes.subarray(at, from + length),
		body,
		kids: tag & 0x20 ? kidsOf(body, depth + 1) : []
	};
}
function kidsOf(body: Uint8Array, depth: number): Node[] {
	const kids: Node[] = [];
	for (let at = 0; at < body.length;) {
		const kid = readDer(body, at, depth);
		kids.push(kid);
		at += kid.raw.length;
	}
	return kids;
}
function lengthAt(bytes: Uint8Array, at: number): [number, number] {
	const first = bytes[at] ?? 0x80;
	if (first < 0x80) return [first, at + 1];
	const count = first & 0x7f;
	if (count === 0 || count > 4) throw new NotDer('a length is not DER');
	let length = 0;
	for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + 1 + i] ?? 0);
	return [length, at + 1 + count];
}

/** The n-th element below, through several levels; throws `NotDer` where there is none. */
export function below(node: Node, ...path: number[]): Node {
	return path.reduce((from, n) => {
		const kid = from.kids.at(n);
		if (!kid) throw new NotDer('an element is missing');
		return kid;
	}, node);
}

export function dottedOf(node: Node): string {
	const numbers: number[] = [];
	let value = 0;
	for (const byte of node.body) {
		value = value * 128 + (byte & 0x7f);
		if (byte & 0x80) continue;
		numbers.push(value);
		value = 0;
	}
	const [both = 0, ...rest] = numbers;
	const first = Math.min(2, Math.floor(both / 40));
	return [first, both - 40 * first, ...rest].join('.');
}

/** The instant that `20261209033000Z` and the like name. */
export function timeOf(node: Node): Instant {
	const written = latinText(node.body);
	// UTCTime has two digits for the year: 50 and above are of the last century
	const full = node.tag === 0x17 ? `${written < '5' ? '20' : '19'}${written}` : written;
	const parts = full.match(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/);
	if (!parts) throw new NotDer('a time is not written as DER wants it');
	const [, year, month, day, hour, minute, second, fraction = ''] = parts;
	return instantOfIso(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
}

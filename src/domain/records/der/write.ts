// DER (X.690): the one spelling of a structure that is signed.
import { bytesOfHex, compareBytes, joined } from '#lib/bytes.ts';

/** One element: tag, length, content. */
export function element(tag: number, ...content: Uint8Array[]): Uint8Array {
	const body = joined(...content);
	return joined(Uint8Array.of(tag, ...lengthOf(body.length)), body);
}
function lengthOf(length: number): number[] {
	if (length < 0x80) return [length];
	if (length < 0x100) return [0x81, length];
	if (length < 0x10000) return [0x82, length >> 8, length & 0xff];
	return [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
}

export const sequence = (...parts: Uint8Array[]) => element(0x30, ...parts);
/** Members of a set stand in the order of their bytes. */
export const setOf = (...parts: Uint8Array[]) => element(0x31, ...[...parts].sort(compareBytes));
export const octets = (bytes: Uint8Array) => element(0x04, bytes);
export const nothing = Uint8Array.of(0x05, 0x00);
export const yes = Uint8Array.of(0x01, 0x01, 0xff);
/** `[n]` around an element (explicit), or around the content of one (implicit). */
export const tagged = (n: number, ...content: Uint8Array[]) => element(0xa0 + n, ...content);
export const generalizedTime = (text: string) =>
	element(
		0x18,
		Uint8Array.from(text, (sign) => sign.charCodeAt(0))
	);

/** A whole number of zero or more. */
export function integer(value: number | bigint): Uint8Array {
	const hex = value.toString(16);
	const bytes = bytesOfHex(hex.length % 2 ? `0${hex}` : hex);
	return element(0x02, (bytes[0] ?? 0) & 0x80 ? joined(Uint8Array.of(0), bytes) : bytes);
}

export function objectId(dotted: string): Uint8Array {
	const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	return element(0x06, Uint8Array.from([first * 40 + second, ...rest.flatMap(inSevens)]));
}
function inSevens(value: number): number[] {
	const out = [value & 0x7f];
	for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
		out.unshift((rest & 0x7f) | 0x80);
	return out;
}

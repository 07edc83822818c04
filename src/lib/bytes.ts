// Bytes as the formats of a record need them: joined, compared, searched, written as hexadecimal digits.
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

export const joined = concatBytes;
export const hexOf = bytesToHex;
export const bytesOfHex = hexToBytes;

/** One byte per sign: for formats whose signs are all below 256. */
export function latin(text: string): Uint8Array {
	return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** The reverse of `latin`; in portions, because a call takes only so many arguments. */
export function latinText(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 4096)
		text += String.fromCharCode(...bytes.subarray(at, at + 4096));
	return text;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Less than 0 where `a` comes before `b`: the order in which DER sorts a set. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
	const both = Math.min(a.length, b.length);
	for (let i = 0; i < both; i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

const standsAt = (bytes: Uint8Array, sought: Uint8Array, at: number) =>
	sought.every((byte, i) => bytes[at + i] === byte);

/** Where `sought` first stands, beginning at `from`; -1 where it does not. */
export function firstIndexOf(bytes: Uint8Array, sought: Uint8Array, from = 0): number {
	for (let at = from; at <= bytes.length - sought.length; at++) if (standsAt(bytes, sought, at)) return at;
	return -1;
}

/** Where `sought` last stands; -1 where it does not. */
export function lastIndexOf(bytes: Uint8Array, sought: Uint8Array): number {
	for (let at = bytes.length - sought.length; at >= 0; at--) if (standsAt(bytes, sought, at)) return at;
	return -1;
}

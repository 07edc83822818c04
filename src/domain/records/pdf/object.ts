// The objects of a PDF file (ISO 32000-1, 7.3), as far as our records use them.
import { latin, sameBytes } from '#lib/bytes.ts';

export class Name {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}
/** Points to an object by its number; our files have generation 0 throughout. */
export class Ref {
	readonly num: number;
	readonly gen: number;
	constructor(num: number, gen = 0) {
		this.num = num;
		this.gen = gen;
	}
}
export class Str {
	readonly bytes: Uint8Array;
	readonly hex: boolean;
	constructor(bytes: Uint8Array, hex = false) {
		this.bytes = bytes;
		this.hex = hex;
	}
}
export class Stream {
	readonly dict: Dict;
	readonly raw: Uint8Array;
	constructor(dict: Dict, raw: Uint8Array) {
		this.dict = dict;
		this.raw = raw;
	}
}
/** Text of fixed width whose place in the file is noted when it is written, so that it can be filled afterwards. */
export class Hole {
	at = -1;
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}
export type Dict = Map<string, Obj>;
export type Obj = null | boolean | number | Name | Ref | Str | Obj[] | Dict | Stream | Hole;

/** A file that is not a PDF that we can read. It comes from outside, so it is never a bug of ours. */
export class NotReadable extends Error {}

export const name = (text: string) => new Name(text);
export const isName = (obj: Obj | undefined, text: string) => obj instanceof Name && obj.text === text;

/** A dictionary; what is undefined is left out. */
export function dict(entries: { readonly [key: string]: Obj | undefined }): Dict {
	const present = Object.entries(entries).filter(
		(entry): entry is [string, Exclude<Obj, undefined>] => entry[1] !== undefined
	);
	return new Map<string, Obj>(present);
}

/** A text string: plain where it is ASCII, else UTF-16 with its mark. */
export function textString(text: string): Str {
	if (/^[\x20-\x7e]*$/.test(text)) return new Str(latin(text));
	const bytes = [0xfe, 0xff];
	for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i) >> 8, text.charCodeAt(i) & 0xff);
	return new Str(Uint8Array.from(bytes));
}

/** What a text string says; null where the object is none. */
export function textOf(obj: Obj | undefined): string | null {
	if (!(obj instanceof Str)) return null;
	const { bytes } = obj;
	const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
	if (!wide) return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
	let text = '';
	for (let i = 2; i + 1 < bytes.length; i += 2)
		text += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
	return text;
}

/** Whether two objects say the same, byte by byte, references compared as references. */
export function sameObject(a: Obj | undefined, b: Obj | undefined): boolean {
	if (a === b) return true;
	if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
	if (a instanceof Map) return b instanceof Map && sameDict(a, b);
	if (a instanceof Stream) return b instanceof Stream && sameDict(a.dict, b.dict) && sameBytes(a.raw, b.raw);
	return sameLeaf(a, b);
}
function sameLeaf(a: Obj | undefined, b: Obj | undefined): boolean {
	if (a instanceof Name) return b instanceof Name && a.text === b.text;
	if (a instanceof Ref) return b instanceof Ref && a.num === b.num && a.gen === b.gen;
	return a instanceof Str && b instanceof Str && sameBytes(a.bytes, b.bytes);
}
const sameList = (a: Obj[], b: Obj[]) => a.length === b.length && a.every((one, i) => sameObject(one, b[i]));
const sameDict = (a: Dict, b: Dict) =>
	a.size === b.size && [...a].every(([key, value]) => sameObject(value, b.get(key)));

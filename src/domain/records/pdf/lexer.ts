// Reads one PDF object after another out of bytes. Foreign bytes: bounded depth, no duplicate keys, no guessing.
import { firstIndexOf, latin, latinText } from '#lib/bytes.ts';
import { Name, NotReadable, Ref, Str, type Dict, type Obj } from './object.ts';

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(latin('()<>[]{}/%'));
const DEEPEST = 100;
const code = (sign: string) => sign.charCodeAt(0);
const ESCAPES = new Map([...'nrtbf'].map((sign, i) => [code(sign), [10, 13, 9, 8, 12][i] ?? 0]));

export const isDelimiter = (byte: number) => DELIMITERS.has(byte);

export class Lexer {
	readonly bytes: Uint8Array;
	at: number;
	constructor(bytes: Uint8Array, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}

	/** Passes over white space and comments. */
	skip(): void {
		for (;;) {
			while (WHITE.has(this.bytes[this.at] ?? -1)) this.at++;
			if (this.bytes[this.at] !== code('%')) return;
			while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
				this.at++;
		}
	}
	/** The signs up to the next white space or delimiter. */
	word(): string {
		const from = this.at;
		while (this.at < this.bytes.length && !this.#ends(this.at)) this.at++;
		return latinText(this.bytes.subarray(from, this.at));
	}
	/** Passes over this keyword, where it comes next. */
	takes(keyword: string): boolean {
		this.skip();
		if (!latin(keyword).every((byte, i) => this.bytes[this.at + i] === byte)) return false;
		this.at += keyword.length;
		return true;
	}
	integer(): number {
		this.skip();
		const word = this.word();
		if (!/^\d+$/.test(word)) throw new NotReadable(`a number was expected before ${this.at}`);
		return Number(word);
	}
	object(depth = 0): Obj {
		if (depth > DEEPEST) throw new NotReadable('objects are nested too deeply');
		this.skip();
		const byte = this.bytes[this.at];
		if (byte === code('/')) return this.#name();
		if (byte === code('[')) return this.#array(depth);
		if (byte === code('(')) return this.#literal();
		if (byte === code('<')) return this.bytes[this.at + 1] === code('<') ? this.#dict(depth) : this.#hex();
		return this.#numberOrKeyword();
	}

	#ends(at: number): boolean {
		const byte = this.bytes[at] ?? 0;
		return WHITE.has(byte) || DELIMITERS.has(byte);
	}
	#name(): Name {
		this.at++;
		return new Name(
			this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
		);
	}
	#array(depth: number): Obj[] {
		this.at++;
		const list: Obj[] = [];
		while (!this.takes(']')) {
			if (this.at >= this.bytes.length) throw new NotReadable('a list does not end');
			list.push(this.object(depth + 1));
		}
		return list;
	}
	#dict(depth: number): Dict {
		this.at += 2;
		const entries: Dict = new Map();
		while (!this.takes('>>')) {
			const key = this.object(depth + 1);
			if (!(key instanceof Name)) throw new NotReadable(`a key was expected before ${this.at}`);
			// two values under one key: readers disagree which holds, so neither does
			if (entries.has(key.text)) throw new NotReadable(`the key ${key.text} occurs twice`);
			entries.set(key.text, this.object(depth + 1));
		}
		return entries;
	}
	#hex(): Str {
		const end = firstIndexOf(this.bytes, latin('>'), this.at);
		if (end < 0) throw new NotReadable('a string does not end');
		const digits = latinText(this.bytes.subarray(this.at + 1, end)).replace(/\s/g, '');
		if (!/^[0-9a-fA-F]*$/.test(digits)) throw new NotReadable('a string has a wrong digit');
		this.at = end + 1;
		const pairs = (digits.length % 2 ? `${digits}0` : digits).match(/../g) ?? [];
		return new Str(
			Uint8Array.from(pairs, (pair) => parseInt(pair, 16)),
			true
		);
	}
	#literal(): Str {
		const out: number[] = [];
		let depth = 1;
		this.at++;
		for (;;) {
			const byte = this.bytes[this.at++];
			if (byte === undefined) throw new NotReadable('a string does not end');
			if (byte === code(')') && --depth === 0) return new Str(Uint8Array.from(out));
			if (byte === code('(')) depth++;
			if (byte === code('\\')) out.push(...this.#escaped());
			else out.push(byte);
		}
	}
	#escaped(): number[] {
		const byte = this.bytes[this.at++] ?? 0;
		const known = ESCAPES.get(byte);
		if (known !== undefined) return [known];
		if (byte === 10) return [];
		if (byte === 13) {
			if (this.bytes[this.at] === 10) this.at++;
			return [];
		}
		const octal = latinText(this.bytes.subarray(this.at - 1, this.at + 2)).match(/^[0-7]{1,3}/)?.[0];
		if (!octal) return [byte];
		this.at += octal.length - 1;
		return [parseInt(octal, 8) & 0xff];
	}
	#numberOrKeyword(): Obj {
		const word = this.word();
		if (word === 'true') return true;
		if (word === 'false') return false;
		if (word === 'null') return null;
		if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word))
			throw new NotReadable(`nothing known stands before ${this.at}`);
		return (/^\d+$/.test(word) && this.#reference(Number(word))) || Number(word);
	}
	/** `12 0 R` after its first number; null (and nothing taken) where it is not one. */
	#reference(num: number): Ref | null {
		const before = this.at;
		this.skip();
		const gen = this.word();
		this.skip();
		if (
			/^\d+$/.test(gen) &&
			this.bytes[this.at] === code('R') &&
			(this.at + 1 >= this.bytes.length || this.#ends(this.at + 1))
		) {
			this.at++;
			return new Ref(num, Number(gen));
		}
		this.at = before;
		return null;
	}
}

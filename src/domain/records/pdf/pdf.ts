// A PDF file as its cross-reference tables describe it: the newest revision first, each object read when asked for.
import { lastIndexOf, latin } from '#lib/bytes.ts';
import { contentOf } from './filter.ts';
import { Lexer } from './lexer.ts';
import { isName, NotReadable, Ref, Stream, type Dict, type Obj } from './object.ts';

/** Where an object lies: at an offset of the file, or as the n-th of an object stream. */
export type Place =
	| { readonly in: 'nowhere' }
	| { readonly in: 'file'; readonly offset: number }
	| { readonly in: 'stream'; readonly stream: number; readonly index: number };
export type Section = {
	readonly offset: number;
	readonly asStream: boolean;
	readonly places: Map<number, Place>;
	readonly trailer: Dict;
};
const MOST_OBJECTS = 1_000_000;
const MOST_PAGES_DEEP = 60;

export class Pdf {
	readonly bytes: Uint8Array;
	/** Newest first. */
	readonly sections: Section[] = [];
	readonly places = new Map<number, Place>();
	readonly #objects = new Map<number, Obj>();
	readonly #streams = new Map<number, Obj[]>();

	/** Reads the tables; throws `NotReadable` where the bytes are no PDF, or one that is encrypted. */
	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
		const mark = lastIndexOf(bytes, latin('startxref'));
		if (mark < 0) throw new NotReadable('this is no PDF: it has no startxref');
		const seen = new Set<number>();
		let at: number | null = new Lexer(bytes, mark + 9).integer();
		while (at !== null) {
			if (seen.has(at)) throw new NotReadable('the cross-reference tables run in a circle');
			seen.add(at);
			const section = this.#section(at);
			this.sections.push(section);
			for (const [num, place] of section.places) if (!this.places.has(num)) this.places.set(num, place);
			const before: Obj | undefined = section.trailer.get('Prev');
			at = typeof before === 'number' ? before : null;
		}
		if (this.trailer.has('Encrypt')) throw new NotReadable('the file is encrypted');
	}

	get newest(): Section {
		const [newest] = this.sections;
		if (!newest) throw new NotReadable('the file has no cross-reference table');
		return newest;
	}
	get trailer(): Dict {
		return this.newest.trailer;
	}
	get rootRef(): Ref {
		const root = this.trailer.get('Root');
		if (!(root instanceof Ref)) throw new NotReadable('the file has no catalog');
		return root;
	}
	get root(): Dict {
		return this.dict(this.rootRef);
	}
	/** One more than the highest number in use. */
	get size(): number {
		return [...this.places.keys()].reduce((size, num) => Math.max(size, num + 1), 1);
	}

	/** What a reference points to; anything else is given back. */
	get(obj: Obj | undefined): Obj {
		if (!(obj instanceof Ref)) return obj ?? null;
		const known = this.#objects.get(obj.num);
		if (known !== undefined) return known;
		const found = this.#load(obj.num);
		this.#objects.set(obj.num, found);
		return found;
	}
	dict(obj: Obj | undefined): Dict {
		const found = this.get(obj);
		if (found instanceof Map) return found;
		if (found instanceof Stream) return found.dict;
		throw new NotReadable('a dictionary was expected');
	}
	list(obj: Obj | undefined): Obj[] {
		const found = this.get(obj);
		return Array.isArray(found) ? found : [];
	}
	stream(obj: Obj | undefined): Stream {
		const found = this.get(obj);
		if (!(found instanceof Stream)) throw new NotReadable('a stream was expected');
		return found;
	}
	/** The pages in order. */
	pages(): Ref[] {
		const pages: Ref[] = [];
		const walk = (obj: Obj | undefined, depth: number) => {
			if (depth > MOST_PAGES_DEEP) throw new NotReadable('the tree of pages is too deep');
			const node = this.dict(obj);
			if (node.has('Kids')) this.list(node.get('Kids')).forEach((kid) => walk(kid, depth + 1));
			else if (obj instanceof Ref) pages.push(obj);
		};
		walk(this.root.get('Pages'), 0);
		return pages;
	}

	#load(num: number): Obj {
		const place = this.places.get(num) ?? { in: 'nowhere' };
		if (place.in === 'nowhere') return null;
		if (place.in === 'stream') return this.#inStream(place.stream)[place.index] ?? null;
		const found = this.#at(place.offset);
		if (found.num !== num) throw new NotReadable(`object ${num} is not where the table says`);
		return found.obj;
	}
	#at(offset: number): { readonly num: number; readonly obj: Obj } {
		const lexer = new Lexer(this.bytes, offset);
		const num = lexer.integer();
		lexer.integer();
		if (!lexer.takes('obj')) throw new NotReadable(`no object begins at ${offset}`);
		const obj = lexer.object();
		if (!(obj instanceof Map) || !lexer.takes('stream')) return { num, obj };
		if (this.bytes[lexer.at] === 13) lexer.at++;
		lexer.at++;
		const length = this.get(obj.get('Length'));
		if (typeof length !== 'number') throw new NotReadable('a stream has no length');
		return { num, obj: new Stream(obj, this.bytes.subarray(lexer.at, lexer.at + length)) };
	}
	#inStream(num: number): Obj[] {
		const known = this.#streams.get(num);
		if (known) return known;
		const stream = this.stream(new Ref(num));
		const content = contentOf(stream);
		const lexer = new Lexer(content);
		const [count, first] = [stream.dict.get('N'), stream.dict.get('First')];
		if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_OBJECTS)
			throw new NotReadable('an object stream has no table');
		const offsets = Array.from({ length: count }, () => {
			lexer.integer();
			return lexer.integer();
		});
		const objects = offsets.map((offset) => new Lexer(content, first + offset).object());
		this.#streams.set(num, objects);
		return objects;
	}
	#section(offset: number): Section {
		const lexer = new Lexer(this.bytes, offset);
		return lexer.takes('xref') ? this.#table(offset, lexer) : this.#tableStream(offset);
	}
	#table(offset: number, lexer: Lexer): Section {
		const places = new Map<number, Place>();
		while (!lexer.takes('trailer')) {
			const from = lexer.integer();
			const count = lexer.integer();
			if (count > MOST_OBJECTS) throw new NotReadable('the cross-reference table is too long');
			for (let i = 0; i < count; i++) {
				const at = lexer.integer();
				lexer.integer();
				lexer.skip();
				places.set(from + i, lexer.word() === 'n' ? { in: 'file', offset: at } : { in: 'nowhere' });
			}
		}
		const trailer = lexer.object();
		if (!(trailer instanceof Map)) throw new NotReadable('the file has no trailer');
		// a hybrid table hides objects from one kind of reader and shows them to another
		if (trailer.has('XRefStm')) throw new NotReadable('the file has two kinds of table at once');
		return { offset, asStream: false, places, trailer };
	}
	#tableStream(offset: number): Section {
		const { obj } = this.#at(offset);
		if (!(obj instanceof Stream) || !isName(obj.dict.get('Type'), 'XRef'))
			throw new NotReadable('no cross-reference table stands where the file says');
		const numbers = (value: Obj | undefined) =>
			Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
		const widths = numbers(obj.dict.get('W'));
		const size = obj.dict.get('Size');
		const index = obj.dict.has('Index')
			? numbers(obj.dict.get('Index'))
			: [0, typeof size === 'number' ? size : 0];
		return { offset, asStream: true, places: placesIn(contentOf(obj), widths, index), trailer: obj.dict };
	}
}

function placesIn(rows: Uint8Array, widths: number[], index: number[]): Map<number, Place> {
	const [kinds = 0, seconds = 0, thirds = 0] = widths;
	let at = 0;
	const number = (width: number) => {
		let value = 0;
		for (let i = 0; i < width; i++) value = value * 256 + (rows[at++] ?? 0);
		return value;
	};
	const places = new Map<number, Place>();
	for (let pair = 0; pair < index.length; pair += 2) {
		const from = index[pair] ?? 0;
		for (let i = 0; i < (index[pair + 1] ?? 0) && at < rows.length; i++) {
			const kind = kinds ? number(kinds) : 1;
			const [second, third] = [number(seconds), number(thirds)];
			if (kind === 1) places.set(from + i, { in: 'file', offset: second });
			else if (kind === 2) places.set(from + i, { in: 'stream', stream: second, index: third });
			else places.set(from + i, { in: 'nowhere' });
		}
	}
	return places;
}

// Writes objects, cross-reference tables and whole revisions. Old bytes are never touched: what changes follows them.
import { hexOf, joined, latin, latinText } from '#lib/bytes.ts';
import { utf8 } from '#lib/hash.ts';
import { packed } from './filter.ts';
import { isDelimiter } from './lexer.ts';
import { dict, Hole, isName, name, Name, Ref, Str, Stream, type Dict, type Obj } from './object.ts';
import { Pdf, type Place } from './pdf.ts';

const IN_ONE_STREAM = 200;

class Writer {
	readonly #parts: Uint8Array[] = [];
	at: number;
	constructor(start: number) {
		this.at = start;
	}
	put(content: string | Uint8Array): void {
		const bytes = typeof content === 'string' ? latin(content) : content;
		this.#parts.push(bytes);
		this.at += bytes.length;
	}
	object(obj: Obj): void {
		if (obj instanceof Hole) obj.at = this.at;
		if (obj instanceof Stream) this.#stream(obj);
		else if (Array.isArray(obj)) this.#list(obj);
		else if (obj instanceof Map) this.#dict(obj);
		else this.put(plain(obj));
	}
	/** An object under its number; answers where it begins. */
	indirect(num: number, obj: Obj): number {
		const { at } = this;
		this.put(`${num} 0 obj\n`);
		this.object(obj);
		this.put('\nendobj\n');
		return at;
	}
	bytes(): Uint8Array {
		return joined(...this.#parts);
	}
	#stream(stream: Stream): void {
		this.#dict(new Map<string, Obj>(stream.dict).set('Length', stream.raw.length));
		this.put('\nstream\n');
		this.put(stream.raw);
		this.put('\nendstream');
	}
	#list(list: Obj[]): void {
		this.put('[');
		list.forEach((obj, i) => {
			if (i > 0) this.put(' ');
			this.object(obj);
		});
		this.put(']');
	}
	#dict(entries: Dict): void {
		this.put('<<');
		for (const [key, value] of entries) {
			this.put(`${plain(name(key))} `);
			this.object(value);
			this.put('\n');
		}
		this.put('>>');
	}
}

type Plain = Exclude<Obj, Obj[] | Dict | Stream>;
function plain(obj: Plain): string {
	if (obj instanceof Hole) return obj.text;
	if (obj instanceof Name) return `/${[...utf8(obj.text)].map(nameSign).join('')}`;
	if (obj instanceof Ref) return `${obj.num} ${obj.gen} R`;
	if (obj instanceof Str) return string(obj);
	if (typeof obj === 'number') return Number.isInteger(obj) ? String(obj) : String(Number(obj.toFixed(4)));
	return String(obj);
}
function nameSign(byte: number): string {
	const mustHide = byte < 33 || byte > 126 || byte === 35 || isDelimiter(byte);
	return mustHide ? `#${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte);
}
function string({ bytes, hex }: Str): string {
	if (hex || bytes.some((byte) => byte < 32 || byte > 126)) return `<${hexOf(bytes)}>`;
	return `(${latinText(bytes).replace(/[\\()]/g, '\\$&')})`;
}

/** A revision in the making: new and changed objects, added after the bytes of the file. */
export class Update {
	readonly pdf: Pdf;
	readonly #changed = new Map<number, Obj>();
	#next: number;
	constructor(pdf: Pdf) {
		this.pdf = pdf;
		this.#next = pdf.size;
	}
	add(obj: Obj): Ref {
		const ref = new Ref(this.#next++);
		this.#changed.set(ref.num, obj);
		return ref;
	}
	set(ref: Ref, obj: Obj): void {
		this.#changed.set(ref.num, obj);
	}
	/** A copy of a dictionary that this revision changes. */
	edit(ref: Ref): Dict {
		const begun = this.#changed.get(ref.num);
		if (begun instanceof Map) return begun;
		const copy: Dict = new Map(this.pdf.dict(ref));
		this.#changed.set(ref.num, copy);
		return copy;
	}
	/** The file with this revision; `id` becomes the second half of its identifier. */
	bytes(id?: Uint8Array): Uint8Array {
		const before = this.pdf.bytes;
		const writer = new Writer(before.length);
		if (before.at(-1) !== 10) writer.put('\n');
		const places = new Map<number, Place>();
		for (const [num, obj] of [...this.#changed].sort(([a], [b]) => a - b))
			places.set(num, { in: 'file', offset: writer.indirect(num, obj) });
		const { newest } = this.pdf;
		const trailer = trailerOf(newest.trailer, { before: newest.offset, id });
		if (newest.asStream) putTableStream(writer, { places, size: this.#next, trailer });
		else putTable(writer, { places, size: this.#next, trailer });
		return joined(before, writer.bytes());
	}
}

/** The same document written anew into object streams, four to five times smaller. Only before the first signature. */
export function compacted(pdf: Pdf): Uint8Array {
	const writer = new Writer(0);
	writer.put(pdf.bytes.subarray(0, 9));
	writer.put(Uint8Array.from([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 10]));
	const places = new Map<number, Place>([[0, { in: 'nowhere' }]]);
	const small: [number, Obj][] = [];
	for (const num of [...pdf.places.keys()].sort((a, b) => a - b)) {
		const obj = pdf.get(new Ref(num));
		if (obj === null || isTable(obj)) continue;
		if (obj instanceof Stream) places.set(num, { in: 'file', offset: writer.indirect(num, obj) });
		else small.push([num, obj]);
	}
	let next = pdf.size;
	for (let from = 0; from < small.length; from += IN_ONE_STREAM) {
		const objects = small.slice(from, from + IN_ONE_STREAM);
		const stream = next++;
		objects.forEach(([num], index) => places.set(num, { in: 'stream', stream, index }));
		places.set(stream, { in: 'file', offset: writer.indirect(stream, objectStream(objects)) });
	}
	putTableStream(writer, { places, size: next, trailer: trailerOf(pdf.trailer, {}) });
	return writer.bytes();
}

const isTable = (obj: Obj) =>
	obj instanceof Stream && (isName(obj.dict.get('Type'), 'XRef') || isName(obj.dict.get('Type'), 'ObjStm'));

function objectStream(objects: readonly [number, Obj][]): Stream {
	const body = new Writer(0);
	const head = objects.flatMap(([num, obj]) => {
		const { at } = body;
		body.object(obj);
		body.put(' ');
		return [num, at];
	});
	const table = latin(`${head.join(' ')} `);
	const entries = { Type: name('ObjStm'), N: objects.length, First: table.length };
	return packed(entries, joined(table, body.bytes()));
}

function trailerOf(old: Dict, change: { readonly before?: number; readonly id?: Uint8Array }): Dict {
	const ids = old.get('ID');
	const id = change.id && Array.isArray(ids) && ids[0] ? [ids[0], new Str(change.id, true)] : ids;
	return dict({ Root: old.get('Root'), Info: old.get('Info'), ID: id, Prev: change.before });
}

type Table = { readonly places: Map<number, Place>; readonly size: number; readonly trailer: Dict };
type Run = { readonly from: number; readonly places: Place[] };

/** The places in runs of numbers without a gap. */
function runsOf(places: Map<number, Place>): Run[] {
	const runs: Run[] = [];
	for (const [num, place] of [...places].sort(([a], [b]) => a - b)) {
		const last = runs.at(-1);
		if (last && last.from + last.places.length === num) last.places.push(place);
		else runs.push({ from: num, places: [place] });
	}
	return runs;
}

function putTableStream(writer: Writer, { places, size, trailer }: Table): void {
	const { at } = writer;
	const runs = runsOf(new Map(places).set(size, { in: 'file', offset: at }));
	const rows = runs.flatMap((run) => run.places.map(rowOf));
	const index = runs.flatMap((run) => [run.from, run.places.length]);
	const entries = { Type: name('XRef'), Size: size + 1, W: [1, 4, 2], Index: index };
	const stream = packed(entries, joined(...rows));
	for (const [key, value] of trailer) stream.dict.set(key, value);
	writer.indirect(size, stream);
	writer.put(`startxref\n${at}\n%%EOF\n`);
}

function rowOf(place: Place): Uint8Array {
	const row = new DataView(new ArrayBuffer(7));
	if (place.in === 'file') {
		row.setUint8(0, 1);
		row.setUint32(1, place.offset);
	} else if (place.in === 'stream') {
		row.setUint8(0, 2);
		row.setUint32(1, place.stream);
		row.setUint16(5, place.index);
	} else row.setUint16(5, 65535);
	return new Uint8Array(row.buffer);
}

function putTable(writer: Writer, { places, size, trailer }: Table): void {
	const { at } = writer;
	const line = (place: Place) =>
		place.in === 'file' ? `${String(place.offset).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n';
	writer.put('xref\n');
	for (const run of runsOf(places)) {
		writer.put(`${run.from} ${run.places.length}\n`);
		run.places.forEach((place) => writer.put(line(place)));
	}
	writer.put('trailer\n');
	writer.object(new Map<string, Obj>(trailer).set('Size', size));
	writer.put(`\nstartxref\n${at}\n%%EOF\n`);
}

/** Brings an object of another file, and all that it points to, into a revision. */
export function broughtIn(from: Pdf, into: Update, obj: Obj, known = new Map<number, Ref>()): Obj {
	const copy = (one: Obj) => broughtIn(from, into, one, known);
	if (obj instanceof Ref) {
		const already = known.get(obj.num);
		if (already) return already;
		const ref = into.add(null);
		known.set(obj.num, ref);
		into.set(ref, copy(from.get(obj)));
		return ref;
	}
	if (Array.isArray(obj)) return obj.map(copy);
	if (obj instanceof Map) return copiedDict(obj, copy);
	if (obj instanceof Stream) return new Stream(copiedDict(obj.dict, copy), obj.raw);
	return obj;
}
const copiedDict = (entries: Dict, copy: (obj: Obj) => Obj): Dict =>
	new Map([...entries].map(([key, value]) => [key, copy(value)]));

// Streams packed by Flate, with the row predictors that cross-reference streams use (ISO 32000-1, 7.4.4).
import { unzlibSync, zlibSync } from 'fflate';
import { dict, isName, name, NotReadable, Stream, type Dict, type Obj } from './object.ts';

/** A stream holding `content`, packed. */
export function packed(entries: { readonly [key: string]: Obj }, content: Uint8Array): Stream {
	return new Stream(dict({ ...entries, Filter: name('FlateDecode') }), zlibSync(content, { level: 9 }));
}
/** A stream holding `content` as it is. */
export function unpacked(entries: { readonly [key: string]: Obj }, content: Uint8Array): Stream {
	return new Stream(dict(entries), content);
}

const listed = (obj: Obj | undefined): Obj[] =>
	obj === undefined || obj === null ? [] : Array.isArray(obj) ? obj : [obj];

/** The content of a stream. Only Flate is read: nothing else occurs where a record's answer depends on it. */
export function contentOf(stream: Stream): Uint8Array {
	const parameters = listed(stream.dict.get('DecodeParms'));
	return listed(stream.dict.get('Filter')).reduce<Uint8Array>((bytes, filter, i) => {
		if (!isName(filter, 'FlateDecode')) throw new NotReadable('a stream is packed in an unknown way');
		const parms = parameters[i];
		return parms instanceof Map ? withoutPredictor(inflated(bytes), parms) : inflated(bytes);
	}, stream.raw);
}

function inflated(bytes: Uint8Array): Uint8Array {
	try {
		return unzlibSync(bytes);
	} catch {
		throw new NotReadable('a stream is damaged');
	}
}

function withoutPredictor(bytes: Uint8Array, parms: Dict): Uint8Array {
	const number = (key: string, otherwise: number) => {
		const value = parms.get(key);
		return typeof value === 'number' ? value : otherwise;
	};
	if (number('Predictor', 1) < 10) return bytes;
	const bits = number('Colors', 1) * number('BitsPerComponent', 8);
	const back = Math.max(1, bits >> 3);
	const width = Math.ceil((number('Columns', 1) * bits) / 8);
	const rows = Math.floor(bytes.length / (width + 1));
	const out = new Uint8Array(rows * width);
	for (let row = 0; row < rows; row++) {
		const kind = bytes[row * (width + 1)] ?? 0;
		for (let column = 0; column < width; column++) {
			const at = row * width + column;
			const left = column >= back ? (out[at - back] ?? 0) : 0;
			const above = row > 0 ? (out[at - width] ?? 0) : 0;
			const corner = row > 0 && column >= back ? (out[at - width - back] ?? 0) : 0;
			out[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, left, above, corner);
		}
	}
	return out;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
	if (kind === 1) return left;
	if (kind === 2) return above;
	if (kind === 3) return (left + above) >> 1;
	if (kind !== 4) return 0;
	const guess = left + above - corner;
	const [toLeft, toAbove, toCorner] = [
		Math.abs(guess - left),
		Math.abs(guess - above),
		Math.abs(guess - corner)
	];
	if (toLeft <= toAbove && toLeft <= toCorner) return left;
	return toAbove <= toCorner ? above : corner;
}

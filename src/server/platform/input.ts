// Schemas that several commands share. Data that comes in is checked here and nowhere else.
import * as v from 'valibot';
import type { SeatId } from '#domain/journal/ids.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const idOf = <Id extends string>() =>
	v.custom<Id>((given) => typeof given === 'string' && uuid.test(given), 'id');
/** A tick box: browsers send `on` or nothing. */
export const checked = v.optional(
	v.pipe(
		v.literal('on'),
		v.transform(() => true)
	)
);
/** A whole number, as a form's text or as JSON's number. */
export const wholeNumber = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(String),
	v.regex(/^\d{1,9}$/),
	v.transform(Number)
);
/** One line of text for people, in NFC, trimmed, of at most so many characters. */
export const line = (most: number, least = 1) =>
	v.pipe(
		v.string(),
		v.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
		v.minLength(least),
		v.maxLength(most)
	);
/** Text of several lines, in NFC. */
export const paragraphs = (most: number, least = 1) =>
	v.pipe(
		v.string(),
		v.transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim()),
		v.minLength(least),
		v.maxLength(most)
	);
/** A form carries a list as JSON in one field; a program as the list itself. */
export const jsonOf = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.pipe(
		v.union([
			v.pipe(v.string(), v.transform(parsed)),
			v.custom<object>((given) => typeof given === 'object')
		]),
		schema
	);
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // the schema refuses it
	}
}

export type InputRefusal = {
	readonly code: 'inputInvalid';
	readonly fields: { readonly [field: string]: string };
};

/** What a schema makes of something sent; refused with the fields that are wrong and why (valibot's issue types). */
export function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	given: unknown
): Result<v.InferOutput<Schema>, InputRefusal> {
	const outcome = v.safeParse(schema, given);
	if (outcome.success) return ok(outcome.output);
	const fields = outcome.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.type] as const);
	return refuse({ code: 'inputInvalid', fields: Object.fromEntries(fields) });
}

/** A seat as a clerk names it; whether it is somebody's is asked of the roster. */
export const seatId = v.custom<SeatId>(
	(seat) => typeof seat === 'string' && seat.length > 0 && seat.length < 40
);

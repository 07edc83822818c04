// Schemas that several commands share. Data that comes in is checked here and nowhere else.
import * as v from 'valibot';
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
export const wholeNumber = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));

export type InputRefusal = {
	readonly code: 'inputInvalid';
	readonly fields: { readonly [field: string]: string };
};

export function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	given: unknown
): Result<v.InferOutput<Schema>, InputRefusal> {
	const parsed = v.safeParse(schema, given);
	if (parsed.success) return ok(parsed.output);
	const fields = parsed.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.type] as const);
	return refuse({ code: 'inputInvalid', fields: Object.fromEntries(fields) });
}

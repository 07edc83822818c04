// What is sent to make units and people.
import * as v from 'valibot';
import { formsOfAddress, genders, longestName, nameOf, signInNameOf } from '#domain/accounts/person.ts';
import { communeKinds, levels, unitKinds } from '#domain/accounts/unit.ts';
import { roles } from '#domain/journal/role.ts';
import { longestPassword } from './passwords.ts';

const day = v.pipe(v.string(), v.isoDate());
const code = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9-]{0,30}$/));
const name = v.pipe(v.string(), v.transform(nameOf), v.minLength(1), v.maxLength(longestName));
const signInName = v.pipe(
	v.string(),
	v.transform(signInNameOf),
	v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u)
);
const flag = v.optional(v.boolean(), false);

export const newUnit = v.object({
	code,
	name,
	kind: v.picklist(unitKinds),
	level: v.picklist(levels),
	communeKind: v.optional(v.picklist(communeKinds)),
	organisation: flag,
	body: flag,
	parent: v.optional(code)
});
export type NewUnit = v.InferInput<typeof newUnit>;

const account = v.object({
	signInName,
	password: v.pipe(v.string(), v.minLength(12), v.maxLength(longestPassword))
});
const mandate = v.object({
	body: code,
	code: v.optional(v.pipe(v.string(), v.transform(nameOf), v.minLength(1), v.maxLength(20))),
	place: v.pipe(v.number(), v.integer(), v.minValue(1))
});
/** Units are named by their codes. What a person is begins on the day `from` and has no end yet. */
export const newPerson = v.object({
	name,
	gender: v.picklist(genders),
	address: v.nullable(v.picklist(formsOfAddress)),
	account: v.optional(account),
	mandates: v.optional(v.array(mandate), []),
	positions: v.optional(v.array(v.object({ unit: code, title: name })), []),
	roles: v.optional(v.array(v.object({ unit: code, role: v.picklist(roles) })), []),
	from: v.optional(day)
});
export type NewPerson = v.InferInput<typeof newPerson>;
export type GoodPerson = v.InferOutput<typeof newPerson>;
export type GoodUnit = v.InferOutput<typeof newUnit>;

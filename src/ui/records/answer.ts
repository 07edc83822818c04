import { sentenceOf } from '#i18n/refusals.ts';
import type { Refusal } from '#lib/result.ts';

/** What a form of a record's page got back: a refusal, with what was typed. */
export type Answer = {
	readonly refusal?: Refusal;
	readonly values?: { readonly [field: string]: unknown };
} | null;

/** Refusals that are said under the field they are about. */
const FIELDS: { readonly [code: string]: string } = {
	articlesMissing: 'articles',
	groundsMissing: 'grounds'
};
export const isOfField = (code: string): boolean => code in FIELDS;

/** What is wrong with a field, if this answer says so. */
export const wrongIn = (answer: Answer, field: string): string | undefined =>
	answer?.refusal && FIELDS[answer.refusal.code] === field ? sentenceOf(answer.refusal) : undefined;

import type { Refusal } from '#lib/result.ts';

export type Sentences = { readonly [code: string]: (facts: Refusal) => string };

/** A fact of a refusal as it is put into its sentence; nothing where the refusal does not carry it. */
export function text(facts: Refusal, name: string): string {
	const fact = new Map<string, unknown>(Object.entries(facts)).get(name);
	if (typeof fact === 'object' && fact !== null) return Object.keys(fact).join(', ');
	return fact === undefined ? '' : String(fact);
}

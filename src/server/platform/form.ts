import { fail, type RequestEvent } from '@sveltejs/kit';
import { statusOf } from './refusal.ts';
import type { Desk } from './desk.ts';

export type Typed = { readonly [name: string]: string | string[] };

/** What was typed, as text: a name that occurs twice becomes a list; files go another way. */
function typed(data: FormData): Typed {
	const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
	const names = [...new Set(data.keys())];
	const pairs = names.map((name) => [name, texts(name)] as const);
	return Object.fromEntries(
		pairs.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values])
	);
}

/**
 * A form action that runs a desk command. A refusal gives back what was typed, so that nothing is lost. `read` makes the
 * command's input of the fields where they are not the same.
 */
export const form =
	<Done>(command: Desk<Done>, read: (values: Typed) => object = (values) => values) =>
	async ({ request, params, locals }: RequestEvent) => {
		const values = typed(await request.formData());
		const result = await locals.act(command, { ...read(values), ...params });
		if (result.ok) return { done: result.value };
		const { password: _, ...kept } = values; // whoever types it wrong types it again
		return fail(statusOf(result.refusal), { values: kept, refusal: result.refusal });
	};

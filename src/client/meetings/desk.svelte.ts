// Desk work from the page: a form that is sent keeps what was typed whatever becomes of it, and what has no form of its own
// (a row put elsewhere, something put back) goes the same way.
import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import type { Refusal } from '#lib/result.ts';
import { arrived } from '../arrived.ts';

const notSent: Refusal = { code: 'notSent' };
const isRefusal = (given: unknown): given is Refusal =>
	typeof given === 'object' && given !== null && 'code' in given && typeof given.code === 'string';

/** What an answer of the server refuses; null where it was done. */
export function refusalIn(result: ActionResult): Refusal | null {
	if (result.type === 'error') return notSent;
	if (result.type !== 'failure') return null;
	const refusal: unknown = result.data?.refusal;
	return isRefusal(refusal) ? refusal : notSent;
}

export class Desk {
	#busy = $state.raw<string | null>(null);
	#refusal = $state.raw<Refusal | null>(null);

	/** The act under way; null while nothing is. */
	get busy() {
		return this.#busy;
	}
	get refusal() {
		return this.#refusal;
	}
	forget() {
		this.#refusal = null;
	}

	/** For `use:enhance`: what was typed stays; a draft changed by somebody else is read anew. */
	sending(act: string, ondone?: (data: Record<string, unknown>) => void): SubmitFunction {
		return ({ cancel }) => {
			if (this.#busy !== null) return cancel();
			[this.#busy, this.#refusal] = [act, null];
			return async ({ result, update }) => {
				await arrived();
				this.#refusal = refusalIn(result);
				if (result.type === 'error') this.#busy = null;
				else await update({ reset: false });
				if (result.type === 'failure') await invalidateAll(); // SvelteKit does it after success alone
				this.#busy = null;
				if (result.type === 'success') ondone?.(result.data ?? {});
			};
		};
	}

	/** Sends fields to an action of this page. Says whether it was done. */
	async send(action: string, fields: Readonly<Record<string, string>>): Promise<boolean> {
		if (this.#busy !== null) return false;
		[this.#busy, this.#refusal] = [action, null];
		const result = await posted(action, fields);
		await arrived();
		this.#refusal = refusalIn(result);
		if (result.type !== 'error') await invalidateAll();
		this.#busy = null;
		return this.#refusal === null;
	}
}

async function posted(action: string, fields: Readonly<Record<string, string>>): Promise<ActionResult> {
	const body = new URLSearchParams(fields);
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	try {
		const answer = await fetch(action, { method: 'POST', headers, body });
		return deserialize(await answer.text());
	} catch (error) {
		return { type: 'error', error };
	}
}

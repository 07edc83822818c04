// From a code that was read or typed to what it is: our own forms only, asked of the server, and nothing done yet.
import { shortCodeTyped, type Pointed } from '#domain/live/handle.ts';
import { scannedOf, type Scanned } from '#domain/live/scanned.ts';
import type { Refusal } from '#lib/result.ts';

export type Way = 'qr' | 'code';
type Asked = { readonly code: string; readonly way: Way };
type Answer = { readonly pointed: Pointed | null } | { readonly refusal: Refusal };
type NotOurs = Exclude<Scanned, { readonly kind: 'code' | 'nothing' }>;
export type Reading =
	| { readonly state: 'looking' }
	| { readonly state: 'asking' }
	| { readonly state: 'found'; readonly pointed: Pointed; readonly way: Way }
	/** Not followed: what it is instead of a code of ours. */
	| { readonly state: 'notOurs'; readonly what: NotOurs }
	/** One of ours that opens nothing for this person, or of nobody's. */
	| { readonly state: 'unknown' }
	| { readonly state: 'notACode' }
	| { readonly state: 'refused'; readonly refusal: Refusal };

export class Scanning {
	readonly #own: readonly string[];
	readonly #answerFor: (asked: Asked) => Promise<Answer>;
	#reading = $state.raw<Reading>({ state: 'looking' });
	#last = '';

	constructor(own: readonly string[], answerFor = askServer) {
		[this.#own, this.#answerFor] = [own, answerFor];
	}
	get reading(): Reading {
		return this.#reading;
	}

	/** A code in the picture. The same one still in view is not asked about again; nor is one while another is shown. */
	async read(text: string): Promise<void> {
		if (text === this.#last || this.#reading.state === 'asking' || this.#reading.state === 'found') return;
		const what = scannedOf(text, this.#own);
		if (what.kind === 'nothing') return;
		this.#last = text;
		if (what.kind === 'code') return this.#ask(what.code, what.way);
		this.#reading = { state: 'notOurs', what };
	}

	/** Eight signs that were typed. */
	async type(text: string): Promise<void> {
		const code = shortCodeTyped(text);
		if (this.#reading.state === 'asking') return;
		if (code) return this.#ask(code, 'code');
		this.#reading = { state: 'notACode' };
	}

	/** Looks anew, also at the code that was there. */
	again(): void {
		this.#last = '';
		this.#reading = { state: 'looking' };
	}

	async #ask(code: string, way: Way) {
		this.#reading = { state: 'asking' };
		const answer = await this.#answerFor({ code, way });
		if ('refusal' in answer) this.#reading = { state: 'refused', refusal: answer.refusal };
		else if (answer.pointed) this.#reading = { state: 'found', pointed: answer.pointed, way };
		else this.#reading = { state: 'unknown' };
	}
}

async function askServer(asked: Asked): Promise<Answer> {
	const headers = { 'content-type': 'application/json' };
	const sent = { method: 'POST', body: JSON.stringify(asked), headers };
	const answer = await fetch('/scan/code', sent).catch(() => null);
	if (answer?.ok) return { pointed: await answer.json() };
	if (!answer || answer.status >= 500) return { refusal: { code: 'unanswered' } };
	return { refusal: await answer.json() };
}

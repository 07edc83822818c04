// The state of the public page: nothing yet, at work, or an answer. The checking code is fetched when it is needed.
import type { Verdict } from '#domain/records/verdict.ts';
import { instant } from '#lib/time.ts';
import type { Trust } from './verify.ts';

/** Certificates and lists as a page carries them, in base64. */
export type TrustOnPage = { readonly [part in keyof Trust]: readonly string[] };
export type Checked =
	| { readonly state: 'start' | 'working' | 'unknownCode' | 'offline' }
	| { readonly state: 'answered'; readonly verdict: Verdict; readonly file: Blob };

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

export class Checking {
	#trust: TrustOnPage;
	#checked = $state.raw<Checked>({ state: 'start' });

	constructor(trust: TrustOnPage) {
		this.#trust = trust;
	}
	get checked(): Checked {
		return this.#checked;
	}
	again(): void {
		this.#checked = { state: 'start' };
	}
	/** Checks a file of this device; it is read and never sent. */
	async checkFile(file: Blob): Promise<void> {
		this.#checked = { state: 'working' };
		const { verified } = await import('./verify.ts');
		const { recognised, trial, revoked } = this.#trust;
		const trust = {
			recognised: recognised.map(bytesOf),
			trial: trial.map(bytesOf),
			revoked: revoked.map(bytesOf)
		};
		const bytes = new Uint8Array(await file.arrayBuffer());
		const verdict = await verified(bytes, trust, instant(Date.now()));
		this.#checked = { state: 'answered', verdict, file };
	}
	/** Fetches the record of this code, and checks it as any other file. */
	async checkCode(code: string): Promise<void> {
		this.#checked = { state: 'working' };
		try {
			const response = await fetch(`/verify/${encodeURIComponent(code)}`);
			if (!response.ok) this.#checked = { state: 'unknownCode' };
			else await this.checkFile(await response.blob());
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			this.#checked = { state: 'offline' }; // fetch throws a TypeError where there is no line
		}
	}
}

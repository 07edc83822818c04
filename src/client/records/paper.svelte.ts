// The file of a record as this screen shows it: its very bytes, and the hash that is sent with a signature.
import { hashOf, type Hash } from '#lib/hash.ts';

export type Shown = { readonly bytes: Uint8Array; readonly hash: Hash };

export class Paper {
	#shown = $state.raw<Shown | null>(null);
	#failed = $state(false);

	get shown(): Shown | null {
		return this.#shown;
	}
	get failed(): boolean {
		return this.#failed;
	}
	/** Fetches the file anew; what it hashes is what is drawn. */
	async open(address: string): Promise<void> {
		this.#failed = false;
		try {
			const response = await fetch(address);
			if (!response.ok) throw new TypeError(`the file was answered with ${response.status}`);
			const bytes = new Uint8Array(await response.arrayBuffer());
			this.#shown = { bytes, hash: hashOf(bytes) };
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			this.#failed = true; // no line, or no such file: the screen says so and offers to try again
		}
	}
}

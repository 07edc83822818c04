// The bytes of a paper, fetched in ranges as they are needed. Where the line is lost a range is asked for again until it
// comes; where the server refuses, nothing more is asked.

/** Why bytes do not come: the line, the sign-in, or a paper that may not be read any more. */
export type Trouble = 'line' | 'signedOut' | 'gone';

type Waiting = { readonly fetch: () => Promise<void>; readonly drop: () => void };

const firstBytes = 64 * 1024;
const mostAtOnce = 6;
const [soonMs, longestMs] = [500, 10_000];

/** Nothing is asked for any more: the reader was left, or the server refused. */
export class Ended extends Error {}

export class PaperBytes {
	readonly #address: string;
	readonly #end = new AbortController();
	/** The newest wish first: it is what somebody looks at. */
	readonly #waiting: Waiting[] = [];
	#under = 0;
	#lengthBytes = $state(0);
	#received = $state(0);
	#trouble = $state.raw<Trouble | null>(null);

	constructor(address: string) {
		this.#address = address;
	}
	get lengthBytes() {
		return this.#lengthBytes;
	}
	get received() {
		return this.#received;
	}
	get trouble() {
		return this.#trouble;
	}

	/** The first bytes, and how many there are in all. */
	async begin(): Promise<Uint8Array> {
		return this.#whenFree(
			(response, bytes) => {
				const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
				this.#lengthBytes = total === undefined ? bytes.length : Number(total);
				return bytes;
			},
			`bytes=0-${firstBytes - 1}`
		);
	}

	/** The bytes from `begin` up to `end`, which is not among them. Fails only as `Ended`. */
	async read(begin: number, end: number): Promise<Uint8Array> {
		return this.#whenFree(
			(response, bytes) => {
				const part = response.status === 206 ? bytes : bytes.subarray(begin, end);
				if (part.length !== end - begin) throw new TypeError('the range came short');
				return part;
			},
			`bytes=${begin}-${end - 1}`
		);
	}

	/** Lets go of everything that is still asked for. */
	end() {
		this.#end.abort();
		for (const { drop } of this.#waiting.splice(0)) drop();
	}

	#whenFree(take: (response: Response, bytes: Uint8Array) => Uint8Array, range: string): Promise<Uint8Array> {
		return new Promise((resolve, reject) => {
			const fetch = () => this.#fetch(range, take).then(resolve, reject);
			this.#waiting.push({ fetch, drop: () => reject(new Ended()) });
			this.#next();
		});
	}
	#next() {
		if (this.#end.signal.aborted) return this.end();
		if (this.#under >= mostAtOnce) return;
		const wish = this.#waiting.pop();
		if (!wish) return;
		this.#under += 1;
		void wish.fetch().finally(() => {
			this.#under -= 1;
			this.#next();
		});
	}

	async #fetch(range: string, take: (response: Response, bytes: Uint8Array) => Uint8Array) {
		for (let pauseMs = soonMs; ; pauseMs = Math.min(longestMs, 2 * pauseMs)) {
			const bytes = await this.#attempt(range, take);
			if (this.#end.signal.aborted) throw new Ended();
			if (bytes) return bytes;
			await lineOr(pauseMs, this.#end.signal);
		}
	}
	/** Null where another attempt may do. */
	async #attempt(range: string, take: (response: Response, bytes: Uint8Array) => Uint8Array) {
		const { signal } = this.#end;
		try {
			const response = await fetch(this.#address, { headers: { range }, signal });
			if (!response.ok) return this.#refused(response.status);
			const bytes = take(response, new Uint8Array(await response.arrayBuffer()));
			this.#received += bytes.length;
			if (this.#trouble === 'line') this.#trouble = null;
			return bytes;
		} catch {
			// no line, a range that came short, or the reader left: what it was, the caller sees by the signal
			if (!signal.aborted) this.#trouble ??= 'line';
			return null;
		}
	}
	#refused(status: number) {
		if (status === 429 || status >= 500) {
			this.#trouble ??= 'line';
			return null;
		}
		this.#trouble = status === 401 ? 'signedOut' : 'gone';
		this.end();
		return null;
	}
}

/** Waits until the line is back, and no longer than so many milliseconds. */
const lineOr = (pauseMs: number, signal: AbortSignal) =>
	new Promise<void>((resolve) => {
		const over = () => {
			clearTimeout(timer);
			window.removeEventListener('online', over);
			signal.removeEventListener('abort', over);
			resolve();
		};
		const timer = setTimeout(over, pauseMs);
		window.addEventListener('online', over);
		signal.addEventListener('abort', over);
	});

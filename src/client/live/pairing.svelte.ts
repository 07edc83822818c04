// A screen that waits to be paired: it shows a code, asks every two seconds whether somebody has typed it, and takes a new
// one when the old one has run out.
const askEveryMs = 2_000;

const post = (path: string) => fetch(path, { method: 'POST' }).catch(() => null);

export class Pairing {
	#code = $state.raw<string | null>(null);
	#until = $state.raw(0);
	#now = $state.raw(Date.now());
	#lost = $state.raw(false);
	readonly #onpaired: () => void;
	#busy = false;

	constructor(onpaired: () => void) {
		this.#onpaired = onpaired;
	}
	get code() {
		return this.#code;
	}
	/** Whole seconds for which the code is good. */
	get secondsLeft() {
		return Math.max(0, Math.ceil((this.#until - this.#now) / 1000));
	}
	get lost() {
		return this.#lost;
	}

	/** Goes on until it is stopped. */
	wait(): () => void {
		void this.#turn();
		const ticking = setInterval(() => (this.#now = Date.now()), 250);
		const asking = setInterval(() => void this.#turn(), askEveryMs);
		return () => {
			clearInterval(ticking);
			clearInterval(asking);
		};
	}
	async #turn() {
		if (this.#busy) return;
		this.#busy = true;
		const good = this.#code !== null && Date.now() < this.#until;
		await (good ? this.#ask() : this.#renew());
		this.#busy = false;
	}
	async #renew() {
		const answer = await post('/screen/code');
		this.#lost = !answer?.ok;
		if (!answer?.ok) return;
		const { code, lastsMs } = await answer.json();
		[this.#code, this.#until] = [code, Date.now() + lastsMs];
	}
	async #ask() {
		const answer = await post('/screen/pairing');
		this.#lost = !answer?.ok;
		if (answer?.ok && (await answer.json()).paired) this.#onpaired();
	}
}

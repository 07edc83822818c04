/** Seconds that run down by this device's own steady clock: the server says only how long, never until when. */
export class Countdown {
	#endsAt = $state.raw(0);
	#now = $state.raw(0);

	/** Whole seconds left, rounded up; 0 when it is over or was not started. */
	get seconds() {
		return Math.max(0, Math.ceil((this.#endsAt - this.#now) / 1000));
	}
	start(ms: number) {
		const now = performance.now();
		[this.#now, this.#endsAt] = [now, now + ms];
	}
	stop() {
		this.#endsAt = 0;
	}
	/** To be called a few times a second while it runs. */
	tick() {
		this.#now = performance.now();
	}
}

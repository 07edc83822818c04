import { createSubscriber } from 'svelte/reactivity';
import type { Instant } from '#lib/time.ts';

const tickMs = 250;

/** A clock that what reads it follows: it ticks only while somebody looks. */
export class Clock {
	readonly #read: () => Instant;
	readonly #follow = createSubscriber((update) => {
		const ticking = setInterval(update, tickMs);
		return () => clearInterval(ticking);
	});

	constructor(read: () => Instant) {
		this.#read = read;
	}
	get now(): Instant {
		this.#follow();
		return this.#read();
	}
}

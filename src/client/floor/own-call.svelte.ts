// Being called, on the devices of whoever is: it lies open over the page once for each call, unless he is writing or voting,
// and is folded into a bar until he begins or lets the next one go first.
import { untrack } from 'svelte';
import type { Room } from '#client/live/room.svelte.ts';
import type { Ballots } from '#client/voting/ballots.svelte.ts';
import { isTyping } from '#client/typing.ts';

export class OwnCall {
	readonly #room: Room;
	readonly #ballots: Ballots;
	#folded = $state.raw(false);
	readonly #key = $derived.by(() => this.speech?.calledAt ?? null);

	constructor(room: Room, ballots: Ballots) {
		[this.#room, this.#ballots] = [room, ballots];
	}
	/** The speech of whoever sits here, called or begun. */
	get speech() {
		const [speech, seat] = [this.#room.live.floor.speaking, this.#room.mine?.seat ?? null];
		return speech && speech.seat === seat ? speech : null;
	}
	/** One for each time he is called: what is announced once. */
	get key() {
		return this.#key;
	}
	/** While a vote waits for him the call does. */
	get open() {
		const votes = this.#room.round?.state === 'open' && this.#ballots.own !== null && !this.#ballots.folded;
		return this.speech !== null && this.speech.startedAt === null && !this.#folded && !votes;
	}
	fold() {
		this.#folded = true;
	}
	unfold() {
		this.#folded = false;
	}

	/** Follows the floor while its component lives. */
	follow() {
		$effect.pre(() => {
			if (this.#key !== null) untrack(() => (this.#folded = isTyping()));
		});
		return this;
	}
}

// Being called, on the devices of whoever is: it lies open over the page once for each call, unless he is writing or voting,
// and is folded into a bar until he begins or lets the next one go first. Whoever conducts has the bar alone until he opens it.
import { untrack } from 'svelte';
import type { Room } from '#client/live/room.svelte.ts';
import type { Audience } from '#domain/live/audience.ts';
import type { Ballots } from '#client/voting/ballots.svelte.ts';
import { isTyping } from '#client/typing.ts';

const conducting: readonly Audience[] = ['chair', 'secretariat'];

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
	/** While a vote lies open before him the call waits; where he conducts, it has a place of its own. */
	get open() {
		const votes = this.#room.round?.state === 'open' && this.#ballots.own !== null && !this.#ballots.folded;
		const waits = votes && !this.#conducts;
		return this.speech !== null && this.speech.startedAt === null && !this.#folded && !waits;
	}
	get #conducts() {
		return conducting.includes(this.#room.audience);
	}
	fold() {
		this.#folded = true;
	}
	/** What he asks for himself comes before a vote that lies open: it is folded, and stays to be cast. */
	unfold() {
		this.#folded = false;
		this.#ballots.fold();
	}

	/** Follows the floor while its component lives. */
	follow() {
		$effect.pre(() => {
			if (this.#key !== null) untrack(() => (this.#folded = this.#conducts || isTyping()));
		});
		return this;
	}
}

import { getPeople } from './roster.svelte.ts';
import { getRoom } from './room.svelte.ts';
import { Clock } from './clock.svelte.ts';
import { secondsInAll, secondsLeft } from './countdown.ts';
import { marksOf, missingOf } from './pressing.ts';

/** The round in hand as whoever conducts sees it: who has pressed, who is missing, how long. Made in a component. */
export class RoundInHand {
	readonly #room = getRoom();
	readonly #people = getPeople();
	readonly #clock = new Clock(() => this.#room.serverNow());
	readonly #marks = $derived.by(() => marksOf(this.#people.voters, this.#room.live.roll, this.#room.pressed));
	readonly #missing = $derived(missingOf(this.#marks));

	get marks() {
		return this.#marks;
	}
	/** Seats of those who are present and have not pressed. */
	get missing() {
		return this.#missing;
	}
	/** Whether it is known yet who has pressed: before, nobody may be said to be missing or not. */
	get known() {
		return this.#people.state === 'here' && this.#room.pressed !== null;
	}
	get count() {
		return this.#room.pressed?.count ?? 0;
	}
	get present() {
		return this.#room.live.roll.present;
	}
	get secondsLeft() {
		const round = this.#room.round;
		return round ? secondsLeft(round, this.#clock.now) : 0;
	}
	get secondsInAll() {
		const round = this.#room.round;
		return round ? secondsInAll(round) : 0;
	}
	/** Whether the person at this screen may vote in the round and is one of those missing. */
	get ownMissing() {
		const mine = this.#room.mine;
		return mine?.votes === true && mine.seat !== null && this.#missing.includes(mine.seat);
	}
}

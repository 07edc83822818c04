// Who has the floor and how his clock stands, by the server's time: a tablet whose clock is wrong shows the right one.
import { Clock } from '#client/live/clock.svelte.ts';
import type { Room } from '#client/live/room.svelte.ts';
import { clockOf, type Clock as Stand } from '#domain/floor/queue.ts';

export class SpeechNow {
	readonly #room: Room;
	readonly #clock: Clock;

	constructor(room: Room) {
		[this.#room, this.#clock] = [room, new Clock(() => room.serverNow())];
	}
	get speech() {
		return this.#room.live.floor.speaking;
	}
	/** Null while nobody has the floor. What reads it follows the clock only once that runs. */
	get stand(): Stand | null {
		const { speech } = this;
		if (!speech) return null;
		const now = speech.startedAt ?? speech.calledAt;
		const warning = this.#room.meeting.profile?.speech ?? { warnSeconds: 0 };
		return clockOf(speech, speech.startedAt === null ? now : this.#clock.now, warning);
	}
	/** Whether the person at this screen has the floor. */
	get isOwn() {
		const seat = this.#room.mine?.seat ?? null;
		return seat !== null && this.speech?.seat === seat;
	}
}

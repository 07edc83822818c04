// The line of a bridge point: what it still carries. Where it stays weak the pictures stop, that the voice goes on; they come
// back when it has been good for a while.
import type { Level } from '#domain/video/line.ts';
import type { RoomCall } from './room-call.svelte.ts';

const weakForMs = 10_000;
const goodForMs = 60_000;

export class PointLine {
	readonly #room: RoomCall;
	#soundOnly = $state.raw(false);
	/** Chosen by the technician: then nothing but he brings the pictures back. */
	#chosen = $state.raw(false);
	#since = { weak: false, at: 0 };

	constructor(room: RoomCall) {
		this.#room = room;
	}
	get soundOnly() {
		return this.#soundOnly || this.#chosen;
	}
	get chosen() {
		return this.#chosen;
	}
	get level(): Level {
		if (this.soundOnly) return 'soundOnly';
		return this.#weak ? 'weak' : 'full';
	}
	get #weak() {
		const line = this.#room.call.me?.line;
		return line === 'weak' || line === 'lost' || this.#room.call.state.state === 'resuming';
	}

	choose(soundOnly: boolean) {
		this.#chosen = soundOnly;
		if (!soundOnly) this.#soundOnly = false;
	}

	/** Goes on until the answer is called. */
	watch(): () => void {
		const looking = setInterval(() => this.#look(Date.now()), 1_000);
		return () => clearInterval(looking);
	}

	#look(now: number) {
		const weak = this.#weak;
		if (weak !== this.#since.weak) this.#since = { weak, at: now };
		const lasts = now - this.#since.at;
		if (weak && lasts >= weakForMs) this.#soundOnly = true;
		if (!weak && lasts >= goodForMs) this.#soundOnly = false;
	}
}

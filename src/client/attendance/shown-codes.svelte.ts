// The hall code as it is shown: by the server's clock, the next one fetched while this one stands.
import { slotMs } from '#domain/attendance/hall-code.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { ShownCode } from '#domain/live/pages.ts';
import type { Instant } from '#lib/time.ts';

const pauseMs = 1_000;

export class ShownCodes {
	readonly #path: string;
	#codes = $state.raw<readonly ShownCode[]>([]);
	#busy = false;

	constructor(meeting: MeetingId) {
		this.#path = `/meetings/${meeting}/hall-code`;
	}
	/** The code of this moment; null while it is not here. */
	at(now: Instant): ShownCode | null {
		return this.#codes.find(({ from }) => from <= now && now < from + slotMs) ?? null;
	}
	/** Fetches what is missing from the next slot on. Asked as often as wanted, it asks the server once at a time. */
	async look(now: Instant) {
		if (this.#busy || this.#codes.some(({ from }) => from > now)) return;
		this.#busy = true;
		const answer = await fetch(this.#path).catch(() => null);
		if (answer?.ok) this.#codes = await answer.json();
		else await new Promise((resolve) => setTimeout(resolve, pauseMs));
		this.#busy = false;
	}
}

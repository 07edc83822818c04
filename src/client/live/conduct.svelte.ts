// What a screen that conducts a meeting does: a command is sent once however often a button is pressed, is said to be under
// way after 300 ms, and goes on by itself once somebody has shown again who he is.
import { createContext } from 'svelte';
import type { MeetingId, SittingId } from '#domain/journal/ids.ts';
import type { Refusal } from '#lib/result.ts';
import type { Room } from './room.svelte.ts';
import { send, type Sent } from './send.ts';

const noticedMs = 300;

/** One place from which something is done: a button, a form. Its refusal is said beside it. */
export class Act {
	readonly #conduct: Conduct;
	#busy = $state.raw(false);
	#slow = $state.raw(false);
	#refusal = $state.raw<Refusal | null>(null);

	constructor(conduct: Conduct) {
		this.#conduct = conduct;
	}
	/** Sent and not yet answered: nothing else may be sent from here. */
	get busy() {
		return this.#busy;
	}
	/** Under way for so long that it has to be said. */
	get slow() {
		return this.#slow;
	}
	get refusal() {
		return this.#refusal;
	}
	forget() {
		this.#refusal = null;
	}

	/** Says whether it was recorded; false also where it was refused, or left at the step-up. */
	async do(name: string, input: object = {}): Promise<boolean> {
		if (this.#busy) return false;
		[this.#busy, this.#refusal] = [true, null];
		const noticed = setTimeout(() => (this.#slow = true), noticedMs);
		const sent = await this.#conduct.send(name, input);
		clearTimeout(noticed);
		[this.#busy, this.#slow] = [false, false];
		if (sent?.state === 'refused') this.#refusal = sent.refusal;
		return sent?.state === 'recorded';
	}
}

type Asked = { readonly sitting: SittingId; readonly answer: (shown: boolean) => void };
type Sending = (meeting: MeetingId, name: string, input: object) => Promise<Sent>;

export class Conduct {
	readonly meeting: MeetingId;
	readonly #room: Room;
	readonly #sending: Sending;
	#asked = $state.raw<Asked | null>(null);

	constructor(meeting: MeetingId, room: Room, sending: Sending = send) {
		[this.meeting, this.#room, this.#sending] = [meeting, room, sending];
	}
	/** The sitting for which somebody is asked who he is; null while nobody is. */
	get asked(): SittingId | null {
		return this.#asked?.sitting ?? null;
	}
	act() {
		return new Act(this);
	}
	/** Ends the asking: he has shown who he is, or has let it be. */
	shown(whether: boolean) {
		const asked = this.#asked;
		this.#asked = null;
		asked?.answer(whether);
	}

	/** Null where the step-up was let be: nothing was done, and nothing has to be said. */
	async send(name: string, input: object): Promise<Sent | null> {
		const sent = await this.#sending(this.meeting, name, input);
		const sitting = this.#room.sitting?.id;
		if (sent.state !== 'refused' || sent.refusal.code !== 'stepUpNeeded' || !sitting) return sent;
		const shown = await new Promise<boolean>((answer) => (this.#asked = { sitting, answer }));
		return shown ? this.send(name, input) : null;
	}
}
export const [getConduct, setConduct] = createContext<Conduct>();

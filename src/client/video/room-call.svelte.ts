// One screen's part in the room of a sitting: its door, and the word that the room has begun anew. How it stands there is said
// by the server.
import { createContext } from 'svelte';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { Level, Lines } from '#domain/video/line.ts';
import type { Refusal } from '#lib/result.ts';
import { newUuid } from '../ids.ts';
import { Call, type Entry } from './call.svelte.ts';

/** Refusals after which it would be no use, or no right, to ask again by oneself. */
const final: readonly string[] = ['notAllowed', 'notSignedIn', 'placeTaken', 'placeTakenOver'];

const beatMs = 5_000;

/** Parts two devices of the same place; the same page of the same device keeps its name when it is loaded anew. */
function deviceOfPage(): string {
	const known = sessionStorage.getItem('nghisu.device');
	if (known) return known;
	const made = newUuid();
	sessionStorage.setItem('nghisu.device', made);
	return made;
}

export class RoomCall {
	readonly meeting: MeetingId;
	readonly call: Call;
	#refusal = $state.raw<Refusal | null>(null);
	#began: string | null = null;
	#takingOver = false;

	constructor(meeting: MeetingId) {
		this.meeting = meeting;
		this.call = new Call(() => this.#door());
	}
	/** Why it is not in; null while it is, or was never asked. */
	get refusal() {
		return this.#refusal;
	}
	get device() {
		return deviceOfPage();
	}
	get isIn() {
		const { state } = this.call.state;
		return state === 'in' || state === 'resuming';
	}

	/** Goes in, and comes back by itself until it leaves. */
	enter() {
		this.call.join();
	}
	/** Takes the place of another device of the same point, or of the chair. */
	takeOver() {
		this.#takingOver = true;
		this.call.join();
	}
	async leave(refusal: Refusal | null = null) {
		this.#refusal = refusal;
		await this.call.leave();
	}
	/** Whether it was sent out though it did not leave: the door says whether it may come in again. */
	get sentOut() {
		const { state } = this.call;
		return state.state === 'ended' && state.why === 'removed' && this.#refusal === null;
	}
	/** Gives a sign of life now and every five seconds, until the answer is called: without one for a minute it is sent out. */
	beating(level: () => Level): () => void {
		const beat = () => void this.#beat(level());
		beat();
		const timer = setInterval(beat, beatMs);
		return () => clearInterval(timer);
	}
	/** What the stream says of the room: one that has begun anew is entered at once, and so is one that opens. */
	hear({ began }: Lines) {
		const anew = began !== null && this.#began !== null && began !== this.#began;
		if (anew) this.#began = began; // once is enough: its door will say the same
		if (anew || (began !== null && this.call.state.state === 'waiting')) void this.call.newEpoch();
	}
	/** The roll has begun, and with it the room. */
	opened() {
		if (this.call.state.state === 'waiting') void this.call.newEpoch();
	}

	/** Another device that has taken the place over ends the stay. */
	async #beat(level: Level) {
		const { voice = false, picture = 'none' } = this.call.me ?? {};
		const body = JSON.stringify({
			device: this.device,
			level,
			microphone: voice,
			camera: picture !== 'none'
		});
		const headers = { 'content-type': 'application/json' };
		const sent = { method: 'POST', headers, body };
		const answer = await fetch(`/meetings/${this.meeting}/video/beat`, sent).catch(() => null);
		if (answer?.status !== 409) return;
		const refusal: Refusal = await answer.json();
		if (refusal.code === 'placeTakenOver') await this.leave(refusal);
	}

	async #door(): Promise<Entry> {
		const body = JSON.stringify({ device: this.device, takeOver: this.#takingOver });
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(`/meetings/${this.meeting}/video`, { method: 'POST', headers, body });
		if (!answer.ok) return this.#refused(await answer.json());
		const { token, began } = await answer.json();
		[this.#began, this.#refusal, this.#takingOver] = [began, null, false];
		return { url: location.origin.replace(/^http/, 'ws'), token };
	}
	#refused(refusal: Refusal): Entry {
		this.#refusal = refusal;
		return final.includes(refusal.code) ? 'refused' : 'closed';
	}
}
export const [getRoomCall, setRoomCall] = createContext<RoomCall>();

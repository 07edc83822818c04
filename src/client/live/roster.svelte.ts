// The people of a meeting by name. The roster is fetched once by its hash; who came later is known by his part only.
import { createContext } from 'svelte';
import type { MeetingId, PersonId, SeatId } from '#domain/journal/ids.ts';
import { partsOf, type Called, type Roster } from '#domain/meetings/roster.ts';
import { votersOf, type Voter } from '#domain/voting/voters.ts';
import { indexed } from '#lib/indexed.ts';
import type { Room } from './room.svelte.ts';

const longestPauseMs = 8_000;

export class People {
	readonly #meeting: MeetingId;
	readonly #room: Room;
	#roster = $state.raw<Roster>([]);
	#state = $state.raw<'loading' | 'here'>('loading');
	readonly #byPerson = $derived(indexed(this.#roster.map((called) => [called.person, called] as const)));
	readonly #voters = $derived.by(() => votersOf(this.#room.meeting, this.#roster));
	readonly #bySeat = $derived.by(() =>
		indexed(
			partsOf(this.#room.meeting, this.#roster).flatMap(({ seat, person }) =>
				seat ? [[seat, person] as const] : []
			)
		)
	);

	constructor(meeting: MeetingId, room: Room) {
		[this.#meeting, this.#room] = [meeting, room];
	}
	get state() {
		return this.#state;
	}
	/** As it was frozen at the calling. */
	get roster(): Roster {
		return this.#roster;
	}
	/** In the order of the roster: the place of each is his place in the set of those who have pressed. */
	get voters(): readonly Voter[] {
		return this.#voters;
	}
	of(person: PersonId): Called | undefined {
		return this.#byPerson.get(person);
	}
	on(seat: SeatId): Called | undefined {
		const person = this.#bySeat.get(seat);
		return person && this.of(person);
	}

	/** Fetches the roster, as often as it takes. Returns what stops it. */
	load(): () => void {
		const stopped = new AbortController();
		void this.#fetch(stopped.signal);
		return () => stopped.abort();
	}
	async #fetch(signal: AbortSignal) {
		const path = `/meetings/${this.#meeting}/roster/${this.#room.meeting.roster}`;
		for (let pause = 500; !signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
			const answer = await fetch(path, { signal }).catch(() => null);
			if (answer?.ok) {
				[this.#roster, this.#state] = [await answer.json(), 'here'];
				return;
			}
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
	}
}
export const [getPeople, setPeople] = createContext<People>();

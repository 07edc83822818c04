// What a device does about votes: the own ballot of the round in hand, whether its sheet lies open or folded, and the result
// that opens once when it is announced.
import { createContext, untrack } from 'svelte';
import type { Room } from '#client/live/room.svelte.ts';
import { isTyping } from '#client/typing.ts';
import type { RoundId } from '#domain/journal/ids.ts';
import { roundOf, type VoteRound } from '#domain/voting/vote-round.ts';
import type { Instant } from '#lib/time.ts';
import type { BallotDoors } from './ballot-doors.ts';
import { OwnBallot } from './ballot.svelte.ts';

const askEveryMs = 10_000;
/** A hall whose round opens this moment does not ask all at once. */
const spreadMs = 2_000;

export type Shown = { readonly round: RoundId; readonly heardAt: Instant | null };

type PageOf = () => number | null;

export class Ballots {
	readonly #room: Room;
	readonly #doors: BallotDoors;
	#own = $state.raw<OwnBallot | null>(null);
	#folded = $state.raw(false);
	#shown = $state.raw<Shown | null>(null);
	#places = $state.raw<readonly PageOf[]>([]);
	#heard: RoundId | null = null;
	readonly #turn = $derived.by(() => `${this.#room.round?.id} ${this.#room.round?.state}`);

	constructor(room: Room, doors: BallotDoors) {
		[this.#room, this.#doors] = [room, doors];
	}
	/** The ballot of the round that is not yet announced; null for whoever does not vote in it. */
	get own() {
		const mine = this.#own;
		return mine && mine.round === this.#room.round?.id && mine.onList && this.#room.mine?.votes ? mine : null;
	}
	/** The last own ballot, also once its round is announced. */
	last(round: RoundId) {
		return this.#own?.round === round ? this.#own.stands : null;
	}
	get folded() {
		return this.#folded;
	}
	/** A result that lies open: announced just now, or looked up. */
	get shown(): { readonly round: VoteRound; readonly heardAt: Instant | null } | null {
		const shown = this.#shown;
		const round = shown && roundOf(this.#room.live.rounds, shown.round);
		return round?.state === 'announced' ? { round, heardAt: shown?.heardAt ?? null } : null;
	}
	/** Whether the page has a place for the folded sheet. */
	get placed() {
		return this.#places.length > 0;
	}
	/** The page of a paper that lies open below; null where none does. */
	get page() {
		return this.#places.at(-1)?.() ?? null;
	}
	fold() {
		this.#folded = true;
	}
	unfold() {
		this.#folded = false;
	}
	show(round: RoundId) {
		this.#shown = { round, heardAt: null };
	}
	putAway() {
		this.#shown = null;
	}
	place(page: PageOf = () => null) {
		this.#places = [...this.#places, page];
		return () => void (this.#places = this.#places.filter((one) => one !== page));
	}

	/** Follows the rounds of the room while its component lives. */
	follow() {
		$effect(() => {
			void this.#turn;
			untrack(() => this.#turnTo(this.#room.round));
		});
		$effect(() => {
			if (this.#room.line.state === 'connected') untrack(() => this.#ask());
		});
		$effect(() => {
			const ask = () => this.#ask();
			const asking = setInterval(() => document.visibilityState === 'visible' && ask(), askEveryMs);
			for (const [target, name] of returns()) target.addEventListener(name, ask);
			return () => {
				clearInterval(asking);
				for (const [target, name] of returns()) target.removeEventListener(name, ask);
			};
		});
	}

	#turnTo(round: VoteRound | undefined) {
		const before = this.#own;
		if (!round) {
			if (before) this.#announced(before.round);
			return;
		}
		if (round.id !== before?.round) this.#begin(round);
		else if (round.state === 'closed') void before.refetch();
	}
	#begin(round: VoteRound) {
		[this.#own, this.#shown, this.#folded] = [new OwnBallot(round, this.#doors), null, isTyping()];
		const fresh = this.#room.serverNow() - round.openedAt < spreadMs;
		setTimeout(() => this.#ask(), fresh ? Math.random() * spreadMs : 0);
	}
	/** Once: a result that was put away does not come back by itself. */
	#announced(round: RoundId) {
		if (this.#heard === round) return;
		this.#heard = round;
		void this.#own?.refetch();
		this.#shown = { round, heardAt: this.#room.serverNow() };
	}
	#ask() {
		const own = this.#own;
		if (!own || own.round !== this.#room.round?.id || !this.#room.mine?.votes) return;
		own.wake();
		void own.refetch();
	}
}

const returns = () =>
	[
		[window, 'focus'],
		[window, 'online'],
		[document, 'visibilitychange']
	] as const;

export const [getBallots, setBallots] = createContext<Ballots>();

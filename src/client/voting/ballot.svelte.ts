// The own ballot in one round, on this device. What was pressed last is sent until it is answered: the same attempt, the
// same bytes, however often. Nothing is shown as recorded before the server has said so.
import type { RoundId } from '#domain/journal/ids.ts';
import type { Receipt } from '#domain/voting/receipt.ts';
import type { Choice } from '#domain/voting/vote-round.ts';
import type { Refusal } from '#lib/result.ts';
import type { BallotDoors } from './ballot-doors.ts';

/** `again`: sent anew after another device had taken the attempt. That is done once. */
type Press = {
	readonly choice: Choice;
	readonly attempt: number;
	readonly failures: number;
	readonly again: boolean;
};
export type BallotState = 'none' | 'sending' | 'notSent' | 'recorded';

const firstPauseMs = 1_000;
const longestPauseMs = 5_000;
const afterMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export class OwnBallot {
	readonly round: RoundId;
	readonly #mayChange: boolean;
	readonly #doors: BallotDoors;
	readonly #pause: (ms: number) => Promise<void>;
	#stands = $state.raw<Receipt | null>(null);
	#press = $state.raw<Press | null>(null);
	#refusal = $state.raw<Refusal | null>(null);
	#onList = $state.raw(true);
	#changedElsewhere = $state.raw(false);
	#last = 0;
	#settling = false;
	#wake: () => void = () => {};

	constructor(
		{ id, mayChange }: { readonly id: RoundId; readonly mayChange: boolean },
		doors: BallotDoors,
		pause = afterMs
	) {
		[this.round, this.#mayChange, this.#doors, this.#pause] = [id, mayChange, doors, pause];
	}
	/** The ballot that counts, as far as this device knows. */
	get stands() {
		return this.#stands;
	}
	/** What was pressed here and is not answered, or else what counts. */
	get choice(): Choice | null {
		return this.#press?.choice ?? this.#stands?.choice ?? null;
	}
	get state(): BallotState {
		if (this.#press) return this.#press.failures > 0 ? 'notSent' : 'sending';
		return this.#stands ? 'recorded' : 'none';
	}
	/** How often what was pressed has been sent. */
	get tries() {
		return (this.#press?.failures ?? 0) + 1;
	}
	/** Why the last press was not taken. */
	get refusal() {
		return this.#refusal;
	}
	/** What counts was sent from another device after this one. */
	get changedElsewhere() {
		return this.#changedElsewhere;
	}
	/** Whether the person is on the list frozen with the round; believed until the server says otherwise. */
	get onList() {
		return this.#onList;
	}
	get mayChoose() {
		return this.#mayChange || (this.#press === null && this.#stands === null);
	}

	/** Pressing twice is pressing once; pressing what could not be sent tries again now. */
	async choose(choice: Choice): Promise<void> {
		if (choice === this.choice && this.state !== 'none') return this.wake();
		if (!this.mayChoose) return;
		[this.#refusal, this.#changedElsewhere] = [null, false];
		this.#press = { choice, attempt: this.#next(), failures: 0, again: false };
		this.wake();
		await this.#settle();
	}

	/** Tries at once: the line is back. */
	wake() {
		this.#wake();
	}

	/** Asks which ballot counts. */
	async refetch(): Promise<void> {
		const found = await this.#doors.standing(this.round);
		if (!found) return;
		this.#onList = found.voter;
		if (found.receipt) this.#take(found.receipt);
	}

	#next() {
		this.#last += 1;
		return this.#last;
	}
	#take(receipt: Receipt, sentHere = false) {
		this.#last = Math.max(this.#last, receipt.attempt);
		const known = this.#stands;
		if (known && receipt.attempt <= known.attempt) return;
		this.#stands = receipt;
		this.#changedElsewhere = !sentHere && known !== null && this.#press === null;
	}

	/** One at a time: whoever presses meanwhile is served by the next turn. */
	async #settle() {
		if (this.#settling) return;
		this.#settling = true;
		for (let press = this.#press; press; press = this.#press) await this.#send(press);
		this.#settling = false;
	}
	async #send(press: Press) {
		const { choice, attempt } = press;
		const sent = await this.#doors.cast({ round: this.round, attempt, choice });
		if (sent.state === 'unanswered') return this.#waitAndTryAgain(press);
		if (sent.state === 'refused') return this.#refused(press, sent.refusal);
		this.#answered(press);
		this.#take(sent.receipt, true);
	}
	#answered(press: Press) {
		if (this.#press?.attempt === press.attempt) this.#press = null;
	}
	async #waitAndTryAgain(press: Press) {
		if (this.#press?.attempt !== press.attempt) return;
		const failures = press.failures + 1;
		this.#press = { ...press, failures };
		const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
		await Promise.race([this.#pause(pauseMs), new Promise<void>((resolve) => (this.#wake = resolve))]);
	}
	async #refused(press: Press, refusal: Refusal) {
		await this.refetch();
		if (this.#press?.attempt !== press.attempt) return;
		if (refusal.code !== 'otherBallotStands' || press.again) {
			[this.#press, this.#refusal] = [null, refusal];
			return;
		}
		if (this.#stands?.choice === press.choice) return this.#answered(press);
		// two devices took the same attempt: the press made last on this one counts
		this.#press = { ...press, attempt: this.#next(), failures: 0, again: true };
	}
}

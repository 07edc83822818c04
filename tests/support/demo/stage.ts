// Who acts in the demo's stories: each by the real commands, one after the other, on a clock that the story moves. The
// clock is set in this process alone, which ends with the story; nothing in it ever lies after now.
import { randomUUID } from 'node:crypto';
import type { MeetingId, PersonId, SittingId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import type { Refusal, Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import { run } from '#server/live/run.ts';
import { clock } from '#server/platform/clock.ts';
import type { Desk } from '#server/platform/desk.ts';
import { liveCommandNamed } from '#server/registry.ts';
import { personOf } from './people.ts';

const steps = 2_000;
export const minutes = 60_000;
export const days = 24 * 60 * minutes;

/** The value of what a story counts on. */
export function expectDone<T>(what: string, result: Result<T, Refusal>): T {
	if (!result.ok) throw new Error(`${what} was refused: ${JSON.stringify(result.refusal)}`);
	return result.value;
}

export class Stage {
	#now: number;
	readonly #known = new Map<string, PersonId>();

	constructor(start: Instant) {
		this.#now = start;
		clock.now = () => instant(this.#now);
	}
	/** The story goes on at this time; it never goes back. */
	at(time: number) {
		this.#now = Math.max(this.#now, time);
	}
	get now() {
		return this.#now;
	}
	async person(signIn: string): Promise<PersonId> {
		const known = this.#known.get(signIn) ?? (await personOf(signIn));
		this.#known.set(signIn, known);
		return known;
	}
	/** Signed in, and stepped up: for a sitting, or with the act itself. */
	async signedIn(signIn: string, sitting: SittingId | null = null): Promise<SignedIn> {
		const steppedUp = { at: instant(this.#now), sitting };
		return { person: await this.person(signIn), steppedUp, screen: null };
	}
	/** A desk act. */
	async does<Done>(signIn: string, command: Desk<Done>, input: object): Promise<Done> {
		this.#now += steps;
		return expectDone(command.name, await command.run(await this.signedIn(signIn), input));
	}
	/** A live act, stepped up for the sitting. */
	async acts(signIn: string, where: { meeting: MeetingId; sitting: SittingId }, name: string, input = {}) {
		this.#now += steps;
		const command = liveCommandNamed(name);
		if (!command) throw new Error(`there is no command ${name}`);
		const signedIn = await this.signedIn(signIn, where.sitting);
		const call = { meeting: where.meeting, command: randomUUID() as never, signedIn, input };
		return expectDone(`${name} by ${signIn}`, await run(command, call));
	}
}

// Who listens to which meeting in this process. A view, an event: encoded once per audience and number, then the same
// bytes to everybody of that audience. The truth comes from the journal; a notice only says that there is more.
import { audienceFor, redact, stepOf, viewOf, type Audience } from '#domain/live/audience.ts';
import type { Entry } from '#domain/journal/entry.ts';
import type { PersonId, RoundId } from '#domain/journal/ids.ts';
import { of, type LiveEvent, type LiveMeeting } from '#domain/live/meeting.ts';
import { actorIn, mineOf, type SignedIn } from '#domain/live/mine.ts';
import type { Roster } from '#domain/meetings/roster.ts';

/** `asked` is the audience that the screen asks for. */
export type Listener = {
	readonly who: SignedIn | null;
	readonly asked: string | null;
	send(bytes: Buffer): void;
	end(): void;
};
export type Held = { readonly after: number; readonly as: string | null };
type Member = { audience: Audience; mine: string };
type Ring = { from: number; readonly bytes: Buffer[] };

const ringSize = 2048;
/** What a browser says it holds: `27.delegate`. Anything else is nothing. */
export function heldBy(id: string): Held {
	const [, after = '-1', as = null] = /^(\d{1,9})\.([a-z]+)$/.exec(id) ?? [];
	return { after: Number(after), as };
}
/** An id names number and audience: what a browser holds when it comes back. */
export const frame = (event: string, data: object, id?: string) =>
	Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** After which events something may have changed for single persons: their part, their presence. */
const changesMine = (event: LiveEvent) => event.type === 'meeting.rosterChanged' || of(event, 'attendance');

export class MeetingHub {
	readonly #members = new Map<Listener, Member>();
	readonly #rings = new Map<Audience, Ring>();
	readonly #views = new Map<Audience, Buffer>();
	#emptySince = Date.now();
	#seq: number;
	#live: LiveMeeting;
	#roster: Roster;

	constructor({ seq, live, roster }: { seq: number; live: LiveMeeting; roster: Roster }) {
		[this.#seq, this.#live, this.#roster] = [seq, live, roster];
	}
	get seq() {
		return this.#seq;
	}
	get live() {
		return this.#live;
	}
	get size() {
		return this.#members.size;
	}
	get openRound(): RoundId | undefined {
		return this.#live.rounds.find(({ state }) => state === 'open')?.id;
	}
	get closedRounds(): readonly RoundId[] {
		return this.#live.rounds.filter(({ state }) => state !== 'open').map(({ id }) => id);
	}
	has(audiences: readonly Audience[]) {
		return [...this.#members.values()].some(({ audience }) => audiences.includes(audience));
	}
	isOf(listener: Listener, audiences: readonly Audience[]) {
		return audiences.some((audience) => audience === this.#members.get(listener)?.audience);
	}
	/** Who listens here, each once: people only, a screen is no one. */
	people(): readonly PersonId[] {
		const signedIn = [...this.#members.keys()].flatMap(({ who }) => (who && !who.screen ? [who.person] : []));
		return [...new Set(signedIn)];
	}
	/** Whether nobody has listened for so many seconds. */
	idle(seconds: number) {
		return this.#members.size === 0 && Date.now() - this.#emptySince > seconds * 1000;
	}

	/** Joining and the first bytes happen in one tick, or events would fall between. Null where no role allows what is asked. */
	join(listener: Listener, held: Held): (() => void) | null {
		const member = this.#memberOf(listener);
		if (!member) return null;
		this.#members.set(listener, member);
		listener.send(this.#missed(member.audience, held) ?? this.#view(member.audience));
		listener.send(Buffer.from(member.mine));
		return () => {
			this.#members.delete(listener);
			this.#emptySince = Date.now();
		};
	}

	receive(entry: Entry<LiveEvent>) {
		if (entry.seq !== this.#seq + 1) return; // an old number changes nothing; after a gap the caller reads again
		const step = stepOf(this.#live, entry.event);
		this.#live = step.after;
		this.#seq = entry.seq;
		this.#views.clear();
		const told = new Map<Audience, Buffer>();
		for (const [audience, ring] of this.#rings) {
			const { seq, at } = entry;
			const event = redact(step, audience);
			const bytes = frame('told', { seq, at, event }, `${seq}.${audience}`);
			told.set(audience, bytes);
			if (event.type === 'live.viewReplaced') [ring.from, ring.bytes.length] = [seq, 0]; // as good as a view: nothing before it is missed
			ring.bytes.push(bytes);
			if (ring.bytes.length > ringSize) ring.from += ring.bytes.splice(0, ringSize / 2).length;
		}
		for (const [listener, { audience }] of this.#members)
			listener.send(told.get(audience) ?? this.#view(audience));
		if (changesMine(entry.event)) this.#regroup();
	}

	/** Sends something that is not history, such as who has pressed, to some audiences. */
	tell(audiences: readonly Audience[], bytes: Buffer) {
		for (const [listener, { audience }] of this.#members)
			if (audiences.includes(audience)) listener.send(bytes);
	}

	/** Whoever now belongs to another audience gets a fresh view; then what concerns him. Whoever may no longer hear goes. */
	#regroup() {
		for (const [listener, old] of this.#members) {
			const now = this.#memberOf(listener);
			if (!now) {
				this.#members.delete(listener);
				listener.end();
				continue;
			}
			if (now.mine === old.mine) continue;
			this.#members.set(listener, now);
			if (now.audience !== old.audience) listener.send(this.#view(now.audience));
			listener.send(Buffer.from(now.mine));
		}
	}

	#memberOf({ who, asked }: Listener): Member | null {
		const by = who && actorIn(this.#live, this.#roster, who);
		const audience = audienceFor(by, asked);
		if (!audience) return null;
		if (!this.#rings.has(audience)) this.#rings.set(audience, { from: this.#seq + 1, bytes: [] });
		return { audience, mine: frame('mine', { mine: by && mineOf(by, this.#live) }).toString() };
	}

	#view(audience: Audience): Buffer {
		const made =
			this.#views.get(audience) ??
			frame(
				'view',
				{ audience, seq: this.#seq, live: viewOf(this.#live, audience) },
				`${this.#seq}.${audience}`
			);
		this.#views.set(audience, made);
		return made;
	}

	/** What was missed by a browser that holds this audience's copy up to `after`; null where a view is needed. */
	#missed(audience: Audience, { after, as }: Held): Buffer | null {
		const ring = this.#rings.get(audience);
		if (as !== audience || !ring || after + 1 < ring.from || after > this.#seq) return null;
		return Buffer.concat(ring.bytes.slice(after + 1 - ring.from));
	}
}

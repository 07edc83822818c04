// What the screen of a bridge point knows: which point it is, who sits there, whether it is on air, and whom it looks at.
import { createContext, untrack } from 'svelte';
import type { PointId } from '#domain/journal/ids.ts';
import { partsOf, type Called } from '#domain/meetings/roster.ts';
import { roomSitting, stateOf } from '#domain/video/points.ts';
import type { People } from '../live/roster.svelte.ts';
import type { Room } from '../live/room.svelte.ts';
import { chairAmong, hallAmong, heardAt, only, onAirOf, pointAmong } from './among.ts';
import type { DeviceProblem } from './device-problem.ts';
import type { OwnChoice } from './own-choice.svelte.ts';
import type { PointLine } from './point-line.svelte.ts';
import type { RoomCall } from './room-call.svelte.ts';

type Parts = {
	readonly room: Room;
	readonly people: People;
	readonly inRoom: RoomCall;
	readonly line: PointLine;
	readonly choice: OwnChoice;
};

export class AtPoint {
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}
	get line() {
		return this.#parts.line;
	}
	get choice() {
		return this.#parts.choice;
	}
	/** Whose technician keeps this screen; null while the roster is not here, and for others. */
	get id(): PointId | null {
		const { room, people } = this.#parts;
		return (room.mine && people.of(room.mine.person)?.point) ?? null;
	}
	get name(): string {
		return this.#parts.room.meeting.points.find(({ id }) => id === this.id)?.name ?? '';
	}
	get state() {
		return this.id === null ? null : stateOf(this.#parts.room.live.video, this.id);
	}
	/** Whether the room of a sitting is open. */
	get roomOpen() {
		const { meeting, roll } = this.#parts.room.live;
		return roomSitting(meeting, roll) !== null;
	}
	/** Who votes here, each on his own tablet. */
	get voters(): readonly Called[] {
		const { room, people } = this.#parts;
		return partsOf(room.meeting, people.roster)
			.filter(({ seat }) => seat !== null)
			.flatMap(({ person }) => people.of(person) ?? [])
			.filter(({ point }) => point !== null && point === this.id);
	}
	/** Whoever has the floor, wherever he is. */
	get speaker(): Called | null {
		const { room, people } = this.#parts;
		const { speaking } = room.live.floor;
		return (speaking && people.on(speaking.seat)) ?? null;
	}
	get onAir() {
		return this.id === null ? 'off' : onAirOf(this.#parts.room.live, this.id, this.speaker?.point ?? null);
	}
	/** On air by the journal, and yet nobody hears it: its line, or why its microphone gives nothing. Null while all is well. */
	get unheard(): 'line' | DeviceProblem | null {
		const { inRoom } = this.#parts;
		if (this.onAir === 'off') return null;
		return inRoom.isIn ? inRoom.call.problems.microphone : 'line';
	}
	/** Whom the large picture shows: another point whose turn it is, else the hall. */
	get looksAt() {
		const { people } = this.#parts.inRoom.call;
		const speaking = this.speaker?.point ?? null;
		return (speaking !== this.id && pointAmong(people, speaking)) || hallAmong(people);
	}
	/** Beside the own picture while this point speaks; null where the chair is not in the room. */
	get chair() {
		return this.onAir === 'floor' ? chairAmong(this.#parts.inRoom.call.people) : null;
	}
	/** What is seen and heard as it should be now; whoever calls it in an effect is called again when that changes. */
	look() {
		const { inRoom, line, people } = this.#parts;
		const { call } = inRoom;
		const looked = [this.looksAt, this.chair].flatMap((one) => one?.identity ?? []);
		const pictures = only(line.soundOnly ? [] : looked);
		const sounds = heardAt(this.id, call.people, (person) => people.of(person)?.point ?? null);
		untrack(() => call.want({ pictures, sounds }));
	}
	/** The same for what is given; said again it tries once more to open what did not open. */
	give() {
		const { inRoom, line, choice } = this.#parts;
		const giving = choice.giving({ camera: !line.soundOnly, microphone: this.onAir !== 'off' });
		untrack(() => void inRoom.call.give(giving));
	}
}
export const [getPoint, setPoint] = createContext<AtPoint>();

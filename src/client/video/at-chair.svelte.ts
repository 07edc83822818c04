// The chair's part in the room of a sitting. He enters by a press, is seen, and is heard only while he has turned his microphone
// on. His device plays nothing: whoever presides sits in a room whose own screen plays.
import { createContext, untrack } from 'svelte';
import { pointOfSeat } from '#domain/meetings/roster.ts';
import { roomSitting } from '#domain/video/points.ts';
import type { People } from '../live/roster.svelte.ts';
import type { Room } from '../live/room.svelte.ts';
import { only, pointAmong } from './among.ts';
import { OwnChoice } from './own-choice.svelte.ts';
import type { RoomCall } from './room-call.svelte.ts';

type Parts = { readonly room: Room; readonly people: People; readonly inRoom: RoomCall };

export class AtChair {
	readonly #parts: Parts;
	readonly choice = new OwnChoice();
	#camera = $state(true);
	#microphone = $state(false);
	#later = $state(false);

	constructor(parts: Parts) {
		this.#parts = parts;
	}
	get inRoom() {
		return this.#parts.inRoom;
	}
	/** Whether there is a room to enter: a video server, a sitting that has points, and its roll has begun. */
	get open() {
		const { live, lines } = this.#parts.room;
		const { meeting, roll } = live;
		return lines?.off === false && meeting.points.length > 0 && roomSitting(meeting, roll) !== null;
	}
	/** Let be for now: it is offered elsewhere. */
	get later() {
		return this.#later;
	}
	get camera() {
		return this.#camera;
	}
	get microphone() {
		return this.#microphone;
	}

	enter() {
		this.#later = false;
		this.#parts.inRoom.enter();
	}
	putOff() {
		this.#later = true;
	}
	/** Whoever comes again comes silent. */
	async leave() {
		this.#microphone = false;
		await this.#parts.inRoom.leave();
	}
	turn(device: 'camera' | 'microphone') {
		if (device === 'camera') this.#camera = !this.#camera;
		else this.#microphone = !this.#microphone;
	}

	/** Looks at the point whose turn it is; whoever calls it in an effect is called again when that changes. */
	look() {
		const { room, people, inRoom } = this.#parts;
		const seat = room.live.floor.speaking?.seat;
		const point = seat ? pointOfSeat(room.meeting, people.roster, seat) : null;
		const seen = pointAmong(inRoom.call.people, point);
		const pictures = only(seen ? [seen.identity] : []);
		untrack(() => inRoom.call.want({ pictures, sounds: only([]) }));
	}
	/** Gives what is turned on; said again it tries once more to open what did not open. */
	give() {
		const giving = this.choice.giving({ camera: this.#camera, microphone: this.#microphone });
		untrack(() => void this.#parts.inRoom.call.give(giving));
	}
}
export const [getChair, setChair] = createContext<AtChair>();

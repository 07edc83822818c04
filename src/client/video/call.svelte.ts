// One's part in the pictures and sounds of a sitting: in while one wants to be, back by itself after a lost line, with what
// is looked at and nothing else. The package is loaded when somebody joins, and where nobody does, never.
import type { Room } from 'livekit-client';
import { createContext } from 'svelte';
import { pauseMs } from './again.ts';
import { Elements } from './elements.ts';
import { givesNothing, OwnDevices, type Giving } from './own-devices.svelte.ts';
import { peopleOf, personOf, type Person } from './person.ts';
import { fetchPackage, openRoom, type Left } from './room-connection.ts';
import { ask, isSame, nothing, type Wanted } from './wanted.ts';

/** Asked anew before each try: a token opens the door for minutes only. */
export type Door = () => Promise<Entry>;
/** `closed`: not now, perhaps later. `refused`: not for this one, however often he asks. */
export type Entry = { readonly url: string; readonly token: string } | 'closed' | 'refused';
/** `elsewhere`: the same point joined from another device, which sent this one out. */
export type Ended = 'left' | 'elsewhere' | 'removed' | 'refused';
export type CallState =
	| { readonly state: 'joining' | 'in' | 'resuming' }
	| { readonly state: 'waiting'; readonly tries: number }
	| { readonly state: 'ended'; readonly why: Ended };

const gatherMs = 30;

export class Call {
	readonly #door: Door;
	readonly #elements = new Elements();
	readonly #devices = new OwnDevices();
	#state = $state.raw<CallState>({ state: 'ended', why: 'left' });
	#people = $state.raw<readonly Person[]>([]);
	#me = $state.raw<Person | null>(null);
	#soundBlocked = $state.raw(false);
	#wanted: Wanted = nothing;
	#giving: Giving = givesNothing;
	#room: Room | null = null;
	/** Also while it is not yet joined: two of one name would send each other out. */
	#opened: Room | null = null;
	#gathering: ReturnType<typeof setTimeout> | undefined;
	/** Ends the stay of the moment: what runs under another number is stale. */
	#stay = 0;
	#wake = () => {};

	constructor(door: Door) {
		this.#door = door;
	}
	get state() {
		return this.#state;
	}
	/** Everybody else who is in. */
	get people() {
		return this.#people;
	}
	get me() {
		return this.#me;
	}
	/** Whether the browser plays no sound before a tap: then `startSound` belongs on a button. */
	get soundBlocked() {
		return this.#soundBlocked;
	}
	get problems() {
		return this.#devices.problems;
	}

	/** Goes in, and comes back until `leave`. */
	join() {
		if (this.#state.state === 'ended') void this.#begin();
	}
	async leave() {
		await this.#drop({ state: 'ended', why: 'left' });
	}
	/** The server has forgotten everybody: waiting for it to notice would cost ten seconds. */
	async newEpoch() {
		if (this.#state.state === 'ended') return;
		const stay = await this.#drop({ state: 'joining' });
		if (stay === this.#stay) await this.#begin();
	}
	/** What is looked at and listened to from now on. Said again it changes nothing: who is there may depend on it, and it on that. */
	want(wanted: Wanted) {
		if (isSame(this.#wanted, wanted)) return;
		this.#wanted = wanted;
		if (this.#room) ask(this.#room, wanted);
		this.#gather();
	}
	/** What one gives from now on, as far as the server allows. */
	give(giving: Giving): Promise<void> {
		this.#giving = giving;
		return this.#devices.give(giving, this.#room);
	}
	/** To be called by a tap. */
	async startSound() {
		await this.#room?.startAudio();
		this.#gather();
	}
	/** Where the sound comes out; the answer says whether the browser can choose. */
	async playAt(speakerId: string): Promise<boolean> {
		return (await this.#room?.switchActiveDevice('audiooutput', speakerId).catch(() => false)) ?? false;
	}

	/** For a `<video>`: the picture of a person, whenever there is one. */
	picture = (identity: string, source: 'camera' | 'screen' = 'camera') => {
		return (element: HTMLVideoElement) => this.#placed(this.#elements.frame(element, identity, source));
	};
	/** For one element of the page: there all sounds are played. Without it nothing is heard. */
	sound = (element: HTMLElement) => this.#placed(this.#elements.sink(element));

	#placed(remove: () => void) {
		this.#elements.fill(this.#room);
		return remove;
	}

	async #begin() {
		const stay = (this.#stay += 1);
		const goesOn = () => stay === this.#stay;
		for (let tries = 0; goesOn(); tries++) {
			this.#state = { state: 'joining' };
			const left = await this.#visit(goesOn, () => (tries = 0));
			if (!goesOn()) return;
			this.#forget();
			if (left) return void (this.#state = { state: 'ended', why: left });
			this.#state = { state: 'waiting', tries };
			await this.#pause(pauseMs(tries, Math.random()));
		}
	}

	/** From the door until one is out again; why, where one must not come back. */
	async #visit(goesOn: () => boolean, onceIn: () => void): Promise<Left> {
		fetchPackage();
		const entry = await this.#door().catch(() => 'closed' as const);
		if (entry === 'refused') return 'refused';
		if (entry === 'closed' || !goesOn()) return null;
		return openRoom(entry, {
			goesOn,
			onopening: (room) => (this.#opened = room),
			onin: (room) => {
				onceIn();
				this.#arrive(room);
			},
			onresuming: (resuming) => goesOn() && (this.#state = { state: resuming ? 'resuming' : 'in' }),
			onchange: (room) => this.#gather(room),
			ondevices: (room) => void this.#devices.retry(room)
		});
	}

	#arrive(room: Room) {
		this.#room = room;
		this.#state = { state: 'in' };
		this.#look();
		void this.#devices.give(this.#giving, room);
	}

	/** Many things happen at once: they are looked at once. */
	#gather(room = this.#room) {
		if (room !== this.#room) return;
		this.#gathering ??= setTimeout(() => this.#look(), gatherMs);
	}
	#look() {
		clearTimeout(this.#gathering);
		this.#gathering = undefined;
		const room = this.#room;
		if (!room) return;
		ask(room, this.#wanted);
		this.#elements.fill(room);
		[this.#people, this.#me] = [peopleOf(room), personOf(room.localParticipant)];
		this.#soundBlocked = !room.canPlaybackAudio;
		void this.#devices.follow(room);
	}

	/** Ends the stay of the moment, and answers with the number of the one that follows. */
	async #drop(state: CallState): Promise<number> {
		const stay = (this.#stay += 1);
		const room = this.#opened;
		this.#forget();
		this.#state = state;
		this.#wake();
		await room?.disconnect();
		return stay;
	}
	#forget() {
		clearTimeout(this.#gathering);
		[this.#gathering, this.#room, this.#opened] = [undefined, null, null];
		[this.#people, this.#me] = [[], null];
		this.#elements.fill(null);
	}

	/** Cut short by the browser's word that there is a line again. */
	#pause(ms: number) {
		return new Promise<void>((resolve) => {
			const timer = setTimeout(() => this.#wake(), ms);
			const online = () => this.#wake();
			addEventListener('online', online);
			this.#wake = () => {
				clearTimeout(timer);
				removeEventListener('online', online);
				resolve();
			};
		});
	}
}

export const [getCall, setCall] = createContext<Call>();

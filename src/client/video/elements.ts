// The elements of the page in which a call is seen and heard. They outlive a connection: what comes back after a lost line
// appears where it was.
import type { Participant, Room, Track } from 'livekit-client';
import { trackOf } from './person.ts';

type Frame = {
	readonly element: HTMLVideoElement;
	readonly identity: string;
	readonly source: 'camera' | 'screen';
	track: Track | null;
};

export class Elements {
	readonly #frames = new Set<Frame>();
	#sink: HTMLElement | null = null;
	readonly #sounds = new Map<Track, HTMLMediaElement>();

	/** A place for one's picture, until the answer is called. */
	frame(element: HTMLVideoElement, identity: string, source: 'camera' | 'screen'): () => void {
		const frame: Frame = { element, identity, source, track: null };
		this.#frames.add(frame);
		return () => {
			this.#frames.delete(frame);
			hang(frame, null);
		};
	}

	/** The one place for all sounds, until the answer is called. */
	sink(element: HTMLElement): () => void {
		this.#sink = element;
		return () => {
			this.#silence([...this.#sounds.keys()]);
			if (this.#sink === element) this.#sink = null;
		};
	}

	/** Hangs into each place what is there now; without a room all of them are empty. */
	fill(room: Room | null) {
		for (const frame of this.#frames)
			hang(frame, room && trackOf(personIn(room, frame.identity), frame.source));
		const heard = room && this.#sink ? soundsOf(room) : [];
		this.#silence([...this.#sounds.keys()].filter((track) => !heard.includes(track)));
		for (const track of heard) if (!this.#sounds.has(track)) this.#play(track);
	}

	#play(track: Track) {
		const element = track.attach();
		this.#sounds.set(track, element);
		this.#sink?.append(element);
	}
	#silence(tracks: readonly Track[]) {
		for (const track of tracks) {
			track.detach();
			this.#sounds.get(track)?.remove(); // the package may have detached it before
			this.#sounds.delete(track);
		}
	}
}

/** A picture that is left hanging keeps its decoder. */
function hang(frame: Frame, track: Track | null) {
	if (frame.track === track) return;
	frame.track?.detach(frame.element);
	if (track) track.attach(frame.element);
	else frame.element.srcObject = null;
	frame.track = track;
}

const personIn = (room: Room, identity: string): Participant | undefined =>
	room.localParticipant.identity === identity ? room.localParticipant : room.remoteParticipants.get(identity);

const soundsOf = (room: Room): readonly Track[] =>
	[...room.remoteParticipants.values()]
		.flatMap(({ audioTrackPublications }) => [...audioTrackPublications.values()])
		.flatMap(({ track }) => track ?? []);

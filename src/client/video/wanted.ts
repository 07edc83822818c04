// What one wants to see and hear of a call: nothing comes that nobody looks at.
import type { RemoteTrackPublication, Room } from 'livekit-client';

export type Wanted = {
	/** Identities whose pictures are looked at. */
	readonly pictures: 'all' | ReadonlySet<string>;
	/** Identities who are to be heard: never left out to spare the line. */
	readonly sounds: 'all' | ReadonlySet<string>;
};
const sameOf = (one: Wanted['sounds'], other: Wanted['sounds']) =>
	one === other ||
	(one !== 'all' && other !== 'all' && one.size === other.size && [...one].every((id) => other.has(id)));
/** Whether both want the same. */
export const isSame = (one: Wanted, other: Wanted) =>
	sameOf(one.pictures, other.pictures) && sameOf(one.sounds, other.sounds);
export const nothing: Wanted = { pictures: new Set(), sounds: new Set() };

/** Asks for what is wanted and not yet asked for, and lets go of the rest. */
export function ask(room: Room, { pictures, sounds }: Wanted): void {
	for (const { identity, trackPublications } of room.remoteParticipants.values())
		for (const publication of trackPublications.values()) {
			const among = publication.kind === 'video' ? pictures : sounds;
			const wanted = among === 'all' || among.has(identity);
			const remote = publication as RemoteTrackPublication;
			if (remote.isDesired !== wanted) remote.setSubscribed(wanted);
		}
}

// Who is in a call, as plain values: what is drawn never holds on to objects of the package.
import type { ConnectionQuality, Participant, Room, Track } from 'livekit-client';

/** `coming`: published, but not here yet. `paused`: the line is too weak for it, the sound goes on. */
export type Picture = 'none' | 'coming' | 'paused' | 'shown';
export type LineQuality = 'good' | 'weak' | 'lost' | 'unknown';
export type Person = {
	readonly identity: string;
	readonly name: string;
	readonly picture: Picture;
	readonly screen: Picture;
	/** Whether a microphone is published and open. */
	readonly voice: boolean;
	readonly speaking: boolean;
	readonly line: LineQuality;
};
export type Source = 'camera' | 'microphone' | 'screen';

const qualities: Readonly<Record<ConnectionQuality, LineQuality>> = {
	excellent: 'good',
	good: 'good',
	poor: 'weak',
	lost: 'lost',
	unknown: 'unknown'
};
const camera = 'camera' as Track.Source;
const microphone = 'microphone' as Track.Source;
const screenShare = 'screen_share' as Track.Source;

/** Everybody else in the room, in the order in which they came. */
export const peopleOf = (room: Room): readonly Person[] =>
	[...room.remoteParticipants.values()]
		.toSorted((a, b) => Number(a.joinedAt) - Number(b.joinedAt))
		.map(personOf);

export function personOf(one: Participant): Person {
	return {
		identity: one.identity,
		name: one.name ?? '',
		picture: pictureOf(one, camera),
		screen: pictureOf(one, screenShare),
		voice: one.getTrackPublication(microphone)?.isMuted === false,
		speaking: one.isSpeaking,
		line: qualities[one.connectionQuality]
	};
}

function pictureOf(one: Participant, source: Track.Source): Picture {
	const publication = one.getTrackPublication(source);
	if (!publication || publication.isMuted) return 'none';
	if (!publication.track) return 'coming';
	return publication.track.streamState === 'paused' ? 'paused' : 'shown';
}

/** The picture's track where it is here. */
export const trackOf = (one: Participant | undefined, source: 'camera' | 'screen'): Track | null =>
	one?.getTrackPublication(source === 'camera' ? camera : screenShare)?.track ?? null;

const numberOf: Readonly<Record<Source, number>> = { camera: 1, microphone: 2, screen: 3 };

/** Whether the server lets one publish it; without a list of sources everything is allowed. */
export function may({ permissions }: Participant, source: Source): boolean {
	if (!permissions?.canPublish) return false;
	const listed: readonly number[] = permissions.canPublishSources;
	return listed.length === 0 || listed.includes(numberOf[source]);
}

// Who is who among those in the room, and when a point is on air.
import type { PersonId, PointId } from '#domain/journal/ids.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import { standingOf } from '#domain/video/standing.ts';
import type { Person } from './person.ts';

export type OnAir = 'off' | 'test' | 'floor';

/**
 * Whether the microphone of a point is open now: for its test, or once whoever was called there has begun to speak. `speaking`
 * is the point from which the one who has the floor speaks.
 */
export function onAirOf({ floor, video }: LiveMeeting, point: PointId, speaking: PointId | null): OnAir {
	if (speaking === point && floor.speaking && floor.speaking.startedAt !== null) return 'floor';
	return video.listening === point ? 'test' : 'off';
}

/** What a screen looks at, where only some are looked at. */
export const only = (identities: readonly string[]): ReadonlySet<string> => new Set(identities);

type Where = (person: PersonId) => PointId | null;
/** At which point somebody of the room sits; null for the hall. */
function placeAmong({ identity }: Person, pointOf: Where): PointId | null {
	const standing = standingOf(identity);
	switch (standing?.kind) {
		case 'point':
			return standing.point;
		case 'chair':
		case 'watch':
			return pointOf(standing.person);
		case 'hall':
		case undefined:
			return null;
	}
}
/**
 * Whom a screen plays that stands at a point, or in the hall (null): nobody of its own room, who is heard there as he is and
 * would be heard twice, with an echo.
 */
export const heardAt = (own: PointId | null, people: readonly Person[], pointOf: Where) =>
	only(people.filter((one) => placeAmong(one, pointOf) !== own).map(({ identity }) => identity));

/** The first of those in the room who stand as the hall; the one of a point. */
export const hallAmong = (people: readonly Person[]) =>
	people.find(({ identity }) => standingOf(identity)?.kind === 'hall') ?? null;
export const chairAmong = (people: readonly Person[]) =>
	people.find(({ identity }) => standingOf(identity)?.kind === 'chair') ?? null;
export function pointAmong(people: readonly Person[], point: PointId | null): Person | null {
	const isIt = ({ identity }: Person) => {
		const standing = standingOf(identity);
		return standing?.kind === 'point' && standing.point === point;
	};
	return point === null ? null : (people.find(isIt) ?? null);
}

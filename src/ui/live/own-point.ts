import type { People } from '#client/live/roster.svelte.ts';
import type { Room } from '#client/live/room.svelte.ts';
import type { BridgePoint } from '#domain/meetings/points.ts';

/** The bridge point from which the reader takes part; null in the hall, and as long as it is not known. */
export function ownPoint({ mine, meeting }: Room, people: People): BridgePoint | null {
	const placed = mine && people.of(mine.person)?.point;
	return meeting.points.find(({ id }) => id === placed) ?? null;
}

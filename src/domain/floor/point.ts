import type { Meeting } from '../meetings/meeting.ts';
import type { Called } from '../meetings/roster.ts';

/** The name of the bridge point that somebody speaks from; null for whoever is in the hall. */
export const pointOf = (
	{ point }: Pick<Called, 'point'>,
	{ points }: Pick<Meeting, 'points'>
): string | null => points.find(({ id }) => id === point)?.name ?? null;

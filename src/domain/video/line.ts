// How good the lines of the bridge points are at this moment: told to those who conduct, the hall and the points; not recorded.
import type { Instant } from '#lib/time.ts';
import type { PointId } from '../journal/ids.ts';

/** `weak`: pictures are small or stop; `soundOnly`: none, that the sound may go on. */
export const levels = ['full', 'weak', 'soundOnly'] as const;
export type Level = (typeof levels)[number];
export type PointLine = {
	readonly point: PointId;
	readonly level: Level | 'gone';
	readonly microphone: boolean;
	readonly camera: boolean;
};
export type Lines = {
	/** The product runs without a video server. */
	readonly off: boolean;
	/** The room as the video server calls it since it last began; null while it cannot be reached. */
	readonly began: string | null;
	/** Whether the video server answered when it was last asked. */
	readonly reached: boolean;
	readonly points: readonly PointLine[];
};

export const goneAfterMs = 15_000;
/** A device that gave no sign for so long has no place in the room: its sign-in may have ended. */
export const outAfterMs = 60_000;
/** A device that gave a sign this lately still stands for its point: another one has to ask before it takes its place. */
export const holdsForMs = 12_000;

/** What can be said of a line whose device last gave a sign at `seenAt`. */
export const levelAt = (level: Level, seenAt: Instant, now: Instant): Level | 'gone' =>
	now - seenAt > goneAfterMs ? 'gone' : level;

// What the page of today shows somebody.
import type { Person } from '../accounts/pages.ts';
import type { Current, MeetingTask, Upcoming } from '../meetings/today.ts';
import type { Notice } from '../notices/notice.ts';
import type { Instant } from '#lib/time.ts';

export type TodayPage = {
	/** The server's time. */
	readonly at: Instant;
	/** Null on a device without a person. */
	readonly person: Person | null;
	readonly current: (Current & { readonly opensAt: Instant }) | null;
	/** The sittings of this week and those after, the nearest first. */
	readonly sittings: readonly Upcoming[];
	readonly tasks: readonly MeetingTask[];
	readonly notices: readonly Notice[];
};

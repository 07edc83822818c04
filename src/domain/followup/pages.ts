// What the pages of this module show. Plain types: queries make them, screens take them.
import type { Hash } from '#lib/hash.ts';
import type { Instant } from '#lib/time.ts';
import type { MeetingId, TaskId } from '../journal/ids.ts';
import type { Given, StepKind, TaskState } from './task.ts';

/** A task in a list. */
export type TaskLine = Given & {
	readonly id: TaskId;
	readonly meeting: MeetingId;
	/** The meeting that concluded it, in words as they were then, and the number of the item in hand. */
	readonly meetingTitle: string;
	readonly bodyName: string;
	readonly item: number | null;
	readonly state: TaskState;
	readonly reportedAt: Instant | null;
	readonly version: number;
	/** Given to the reader himself; given to a unit whose clerk he is. */
	readonly isMine: boolean;
	readonly isOfMyUnit: boolean;
};
export type TasksPage = {
	/** The day in Vietnam. */
	readonly today: string;
	readonly lines: readonly TaskLine[];
	/** The bodies whose tasks the reader keeps. */
	readonly bodies: readonly string[];
};
/** One's own open tasks, the most urgent first: for the page of today. */
export type OwnTasks = { readonly count: number; readonly nearest: readonly TaskLine[] };

export type TaskStep = {
	readonly kind: StepKind;
	readonly at: Instant;
	/** Who did it; null where it came from the meeting. */
	readonly by: string | null;
	readonly words: string;
	readonly file: { readonly hash: Hash; readonly name: string } | null;
};
export type TaskPage = TaskLine & {
	readonly today: string;
	readonly corrected: Given | null;
	readonly steps: readonly TaskStep[];
	readonly may: {
		readonly accept: boolean;
		readonly report: boolean;
		readonly judge: boolean;
		readonly assign: boolean;
	};
};

// What the pages of this module show. Plain types: queries make them, screens take them.
import type { Instant } from '#lib/time.ts';
import type { MeetingId } from '../journal/ids.ts';
import type { Sitting } from '../meetings/meeting.ts';

/** A hall code and from when it is shown: ten seconds. The picture is SVG. */
export type ShownCode = { readonly code: string; readonly from: Instant; readonly picture: string };
/** The meeting that a hall code belongs to, for somebody who was called to it. */
export type FoundMeeting = {
	readonly meeting: MeetingId;
	readonly title: string;
	readonly sitting: Sitting | null;
	readonly seated: boolean;
	readonly present: boolean;
};

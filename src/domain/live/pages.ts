// What the pages of this module show. Plain types: queries make them, screens take them.
import type { Instant } from '#lib/time.ts';
import type { MeetingId, SeatId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import type { Meeting, Sitting } from '../meetings/meeting.ts';

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

/** A meeting outside of its session: whoever prepares a draft is sent on to it. */
export type FrontPage =
	| { readonly state: 'draft'; readonly meeting: MeetingId }
	| {
			readonly state: 'called';
			readonly meeting: MeetingId;
			readonly shown: Pick<Meeting, 'state' | 'heading' | 'agenda' | 'sittings' | 'current' | 'ended'>;
			readonly roles: readonly Role[];
			readonly seat: SeatId | null;
			/** Whether papers may be opened: not by guests and the public. */
			readonly papers: boolean;
	  };

// What the pages of this module show. Plain types: queries make them, screens take them.
import type { Instant } from '#lib/time.ts';
import type { ItemId, MeetingId, SeatId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import type { Heading, Meeting, Sitting } from '../meetings/meeting.ts';

/** A hall code and from when it is shown: ten seconds. The picture is SVG. */
export type ShownCode = { readonly code: string; readonly from: Instant; readonly picture: string };
/** The meeting that a hall code belongs to, for somebody who was called to it. */
export type FoundMeeting = {
	readonly meeting: MeetingId;
	readonly title: string;
	readonly bodyName: string;
	readonly sitting: Sitting | null;
	/** Null for whoever has no seat: he does not check in. */
	readonly seat: SeatId | null;
	readonly present: boolean;
};

/** One code of the printed sheet: of the meeting, or of an item by its number. The picture is SVG. */
export type SheetCode = {
	readonly item: ItemId | null;
	readonly number: number | null;
	readonly title: string;
	readonly presenter: string;
	readonly shortCode: string;
	readonly picture: string;
};
/** The sheet of a called meeting. `address` is what people should see before a code opens. */
export type SheetPage = {
	readonly meeting: MeetingId;
	readonly heading: Heading | null;
	readonly sittings: readonly Sitting[];
	readonly address: string;
	/** Null where the codes were never made: before they were, meetings were called without. */
	readonly whole: SheetCode | null;
	readonly items: readonly SheetCode[];
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

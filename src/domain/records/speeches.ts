// Who spoke on an item, from when to when: whoever was called and never began did not speak.
import type { Instant } from '#lib/time.ts';
import { pointOf } from '../floor/point.ts';
import type { Entry } from '../journal/entry.ts';
import type { ItemId, SeatId } from '../journal/ids.ts';
import type { LiveEvent, LiveMeeting } from '../live/meeting.ts';
import { personOn, type Called, type Roster } from '../meetings/roster.ts';

/** An entry of the journal, and the meeting as it stood after it. */
export type Seen = { readonly entry: Entry<LiveEvent>; readonly after: LiveMeeting };
export type HeldSpeech = {
	readonly seat: SeatId;
	/** Null where the roster does not know him. */
	readonly speaker: Called | null;
	/** The bridge point he spoke from; null in the hall. */
	readonly point: string | null;
	readonly from: Instant;
	/** Null where the journal does not say that it ended. */
	readonly to: Instant | null;
};

/** In the order in which they were held. */
export function speechesOf(seen: readonly Seen[], roster: Roster, item: ItemId): HeldSpeech[] {
	const held: HeldSpeech[] = [];
	for (const { entry, after } of seen) {
		const { event } = entry;
		if (event.type === 'floor.speechStarted' && after.meeting.current === item)
			held.push(begun(after, roster, event));
		const last = held.at(-1);
		if (event.type === 'floor.yielded' && last?.seat === event.seat && last.to === null)
			held[held.length - 1] = { ...last, to: event.at };
	}
	return held;
}

type Begun = { readonly seat: SeatId; readonly at: Instant };
function begun({ meeting }: LiveMeeting, roster: Roster, { seat, at }: Begun): HeldSpeech {
	const person = personOn(meeting, roster, seat);
	const speaker = roster.find((called) => called.person === person) ?? null;
	return { seat, speaker, point: speaker && pointOf(speaker, meeting), from: at, to: null };
}

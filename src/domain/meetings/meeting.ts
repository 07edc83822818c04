// A meeting is what is called and minuted; it is held in sittings.
// draft → called → (sitting open ⇄ paused → ended)* → closed → sealed; also postponed, cancelled.
// A draft is a table with versions: the journal begins with `meeting.called`.
import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { ItemId, MeetingId, PersonId, SeatId, SittingId, UnitId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import type { AgendaEvent, AgendaItem } from './agenda.ts';
import type { BridgePoint } from './points.ts';
import type { RuleProfile } from './profile.ts';

export type RosterChange = {
	readonly person: PersonId;
	readonly seat: SeatId | null;
	readonly roles: readonly Role[];
};
/** A planned date of the meeting, in Asia/Ho_Chi_Minh: `2026-12-09`, `08:00`, `11:30`. */
export type PlannedSitting = {
	readonly id: SittingId;
	readonly date: string;
	readonly start: string;
	readonly end: string;
	readonly place: string;
	readonly closed: boolean;
};
export type Sitting = PlannedSitting & { readonly state: 'planned' | 'open' | 'paused' | 'ended' };
export type MeetingState = 'draft' | 'called' | 'closed' | 'sealed' | 'postponed' | 'cancelled';
export type MeetingKind = 'councilSession';
/** What the meeting is called, and by which body it is held. */
export type Heading = {
	readonly title: string;
	readonly kind: MeetingKind;
	readonly body: UnitId;
	readonly bodyName: string;
	/** The sixth session has 6; null where meetings of the body are not counted. */
	readonly ordinal: number | null;
};
export type Meeting = {
	readonly state: MeetingState;
	readonly heading: Heading | null;
	readonly profile: RuleProfile | null;
	readonly parent: MeetingId | null;
	readonly roster: Hash | null;
	readonly members: number;
	readonly changes: readonly RosterChange[];
	readonly agenda: readonly AgendaItem[];
	readonly current: ItemId | null;
	/** Items that were taken up and ended, in that order. */
	readonly ended: readonly ItemId[];
	readonly sittings: readonly Sitting[];
	readonly points: readonly BridgePoint[];
};
export type MeetingEvent =
	| {
			readonly type: 'meeting.called';
			readonly parent: MeetingId | null;
			readonly heading: Heading;
			readonly profile: RuleProfile;
			readonly agenda: readonly AgendaItem[];
			readonly roster: Hash;
			readonly members: number;
			readonly sittings: readonly PlannedSitting[];
			readonly points: readonly BridgePoint[];
	  }
	| { readonly type: 'meeting.rosterChanged'; readonly changes: readonly RosterChange[] }
	| { readonly type: 'meeting.postponed' | 'meeting.cancelled' | 'meeting.closed' | 'meeting.sealed' };
export type SittingEvent = {
	readonly type: 'sitting.opened' | 'sitting.paused' | 'sitting.resumed' | 'sitting.ended';
	readonly sitting: SittingId;
};
export type MeetingRefusal =
	| { readonly code: 'meetingNotCalled' }
	| { readonly code: 'alreadyCalled' }
	| { readonly code: 'itemUnknown' }
	| { readonly code: 'itemRunning' }
	| { readonly code: 'noItemRunning' }
	| { readonly code: 'sittingRunning' }
	| { readonly code: 'notYetHeld' }
	| { readonly code: 'meetingEnded'; readonly state: MeetingState }
	| { readonly code: 'noSittingOpen' }
	| { readonly code: 'sittingUnknown' }
	| { readonly code: 'sittingIs'; readonly state: Sitting['state'] };

export const draftMeeting: Meeting = {
	state: 'draft',
	heading: null,
	profile: null,
	parent: null,
	roster: null,
	members: 0,
	changes: [],
	agenda: [],
	current: null,
	ended: [],
	sittings: [],
	points: []
};
export const openSitting = (meeting: Meeting) => meeting.sittings.find(({ state }) => state === 'open');
export const sittingOf = ({ sittings }: Meeting, id: SittingId) => sittings.find((one) => one.id === id);
export const itemOf = ({ agenda }: Meeting, id: ItemId) => agenda.find((one) => one.id === id);
export const currentItem = (meeting: Meeting) => meeting.agenda.find(({ id }) => id === meeting.current);

/** Opens a planned sitting. Refused while another one runs; whether enough have come is asked before. */
export function openASitting(meeting: Meeting, id: SittingId): Result<SittingEvent[], MeetingRefusal> {
	const sitting = meeting.sittings.find((one) => one.id === id);
	if (meeting.state !== 'called') return refuse({ code: 'meetingNotCalled' });
	if (!sitting) return refuse({ code: 'sittingUnknown' });
	const running = meeting.sittings.find(({ state }) => state === 'open' || state === 'paused');
	if (running || sitting.state !== 'planned')
		return refuse({ code: 'sittingIs', state: (running ?? sitting).state });
	return ok([{ type: 'sitting.opened', sitting: id }]);
}

/** Ends the open sitting, and with it the item in hand. Refused where none is open. */
export function endSitting(meeting: Meeting): Result<(AgendaEvent | SittingEvent)[], MeetingRefusal> {
	const sitting = openSitting(meeting);
	if (!sitting) return refuse({ code: 'noSittingOpen' });
	const ended: SittingEvent = { type: 'sitting.ended', sitting: sitting.id };
	return ok(meeting.current ? [{ type: 'agenda.itemEnded', item: meeting.current }, ended] : [ended]);
}

/** Takes up an item of the agenda. Refused outside of a sitting and while another item is in hand. */
export function startItem(meeting: Meeting, item: ItemId): Result<AgendaEvent[], MeetingRefusal> {
	const found = meeting.agenda.find(({ id }) => id === item);
	if (!openSitting(meeting)) return refuse({ code: 'noSittingOpen' });
	if (!found) return refuse({ code: 'itemUnknown' });
	if (meeting.current) return refuse({ code: 'itemRunning' });
	return ok([{ type: 'agenda.itemStarted', item, closed: found.closed }]);
}

export function endItem(meeting: Meeting): Result<AgendaEvent[], MeetingRefusal> {
	return meeting.current
		? ok([{ type: 'agenda.itemEnded', item: meeting.current }])
		: refuse({ code: 'noItemRunning' });
}

/** Closes a meeting for ever. Refused while a sitting is open, and where none has been held. */
export function closeMeeting(meeting: Meeting): Result<MeetingEvent[], MeetingRefusal> {
	if (meeting.state !== 'called') return refuse({ code: 'meetingEnded', state: meeting.state });
	if (meeting.sittings.some(({ state }) => state === 'open' || state === 'paused'))
		return refuse({ code: 'sittingRunning' });
	if (!meeting.sittings.some(({ state }) => state === 'ended')) return refuse({ code: 'notYetHeld' });
	return ok([{ type: 'meeting.closed' }]);
}

/** Seals a closed meeting: nothing is recorded after it. */
export function sealMeeting(meeting: Meeting): Result<MeetingEvent[], MeetingRefusal> {
	if (meeting.state !== 'closed') return refuse({ code: 'meetingEnded', state: meeting.state });
	return ok([{ type: 'meeting.sealed' }]);
}

const withSitting = (meeting: Meeting, id: SittingId, state: Sitting['state']): Meeting => ({
	...meeting,
	sittings: meeting.sittings.map((sitting) => (sitting.id === id ? { ...sitting, state } : sitting))
});

export function applyToCalled(meeting: Meeting, event: MeetingEvent | SittingEvent | AgendaEvent): Meeting {
	switch (event.type) {
		case 'meeting.called': {
			const { type: _, sittings, ...called } = event;
			const planned = sittings.map((sitting) => ({ ...sitting, state: 'planned' as const }));
			return { ...draftMeeting, ...called, state: 'called', sittings: planned };
		}
		case 'meeting.rosterChanged': {
			const kept = meeting.changes.filter(
				(old) => !event.changes.some(({ person }) => person === old.person)
			);
			return { ...meeting, changes: [...kept, ...event.changes] };
		}
		case 'meeting.postponed':
			return { ...meeting, state: 'postponed' };
		case 'meeting.cancelled':
			return { ...meeting, state: 'cancelled' };
		case 'meeting.closed':
			return { ...meeting, state: 'closed' };
		case 'meeting.sealed':
			return { ...meeting, state: 'sealed' };
		case 'sitting.opened':
		case 'sitting.resumed':
			return withSitting(meeting, event.sitting, 'open');
		case 'sitting.paused':
			return withSitting(meeting, event.sitting, 'paused');
		case 'sitting.ended':
			return withSitting(meeting, event.sitting, 'ended');
		case 'agenda.itemStarted':
			return { ...meeting, current: event.item };
		case 'agenda.itemEnded':
			return {
				...meeting,
				current: null,
				ended: [...meeting.ended.filter((item) => item !== event.item), event.item]
			};
	}
}

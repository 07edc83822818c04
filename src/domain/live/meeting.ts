// The running meeting: one plain object, folded from events by one function, in the server and in every browser.
import { applyToRoll, noRoll, type AttendanceEvent, type Roll } from '../attendance/roll.ts';
import type { AgendaEvent } from '../meetings/agenda.ts';
import {
	applyToCalled,
	draftMeeting,
	type Meeting,
	type MeetingEvent,
	type SittingEvent
} from '../meetings/meeting.ts';
import { applyToFloor, emptyFloor, type Floor, type FloorEvent } from '../floor/queue.ts';
import { applyToNotes, type Note, type ProceedingsEvent } from '../proceedings/notes.ts';
import { applyToVideo, noVideo, type Video, type VideoEvent } from '../video/points.ts';
import { applyToRounds, type VoteRound, type VotingEvent } from '../voting/vote-round.ts';
import { applyToHall, hallAtFirst, type Hall, type HallEvent } from './hall.ts';

export type LiveMeeting = {
	readonly meeting: Meeting;
	readonly roll: Roll;
	readonly rounds: readonly VoteRound[];
	readonly floor: Floor;
	readonly notes: readonly Note[];
	readonly video: Video;
	/** Null for whoever neither is the hall screen nor drives it. */
	readonly hall: Hall | null;
};
/** What the journal holds. */
export type LiveEvent =
	| MeetingEvent
	| SittingEvent
	| AgendaEvent
	| AttendanceEvent
	| VotingEvent
	| FloorEvent
	| ProceedingsEvent
	| VideoEvent
	| HallEvent;
/** What a stream carries: recorded events, poorer copies of them, or a place left empty. */
export type StreamedEvent =
	| LiveEvent
	| { readonly type: 'live.hidden' }
	| { readonly type: 'live.viewReplaced'; readonly view: LiveMeeting };

export const emptyMeeting: LiveMeeting = {
	meeting: draftMeeting,
	roll: noRoll,
	rounds: [],
	floor: emptyFloor,
	notes: [],
	video: noVideo,
	hall: hallAtFirst
};

/** Whether an event's type begins with one of these words: which module it belongs to. */
export function of<Word extends string, Event extends { readonly type: string }>(
	event: Event,
	...words: Word[]
): event is Extract<Event, { readonly type: `${Word}.${string}` }> {
	return words.some((word) => event.type.startsWith(`${word}.`));
}

export function applyToMeeting(live: LiveMeeting, event: StreamedEvent): LiveMeeting {
	if (event.type === 'live.hidden') return live;
	if (event.type === 'live.viewReplaced') return event.view;
	return {
		meeting: of(event, 'meeting', 'sitting', 'agenda') ? applyToCalled(live.meeting, event) : live.meeting,
		roll: of(event, 'attendance') ? applyToRoll(live.roll, event) : live.roll,
		rounds: of(event, 'voting') ? applyToRounds(live.rounds, event) : live.rounds,
		floor: of(event, 'floor', 'agenda') ? applyToFloor(live.floor, event) : live.floor,
		notes: of(event, 'proceedings') ? applyToNotes(live.notes, event) : live.notes,
		video: of(event, 'video', 'attendance', 'sitting') ? applyToVideo(live.video, event) : live.video,
		hall: of(event, 'hall', 'attendance', 'voting', 'floor', 'sitting', 'agenda')
			? applyToHall(live.hall, event)
			: live.hall
	};
}
export const fold = (live: LiveMeeting, events: readonly StreamedEvent[]) =>
	events.reduce(applyToMeeting, live);

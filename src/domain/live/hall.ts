// What the hall screen shows. Votes and results bring themselves there; everything else the console sends.
import type { RoundId } from '../journal/ids.ts';
import type { AttendanceEvent } from '../attendance/roll.ts';
import type { FloorEvent } from '../floor/queue.ts';
import type { AgendaEvent } from '../meetings/agenda.ts';
import type { SittingEvent } from '../meetings/meeting.ts';
import type { VotingEvent } from '../voting/vote-round.ts';

export type Hall =
	| { readonly shows: 'agenda' | 'speaker' | 'code' | 'covered' }
	| { readonly shows: 'vote' | 'result'; readonly round: RoundId };
/** What the console may send there. */
export const sendable = ['agenda', 'speaker', 'code', 'covered'] as const;
export type HallEvent = { readonly type: 'hall.shown'; readonly shows: (typeof sendable)[number] };

type Moving = HallEvent | AttendanceEvent | VotingEvent | FloorEvent | SittingEvent | AgendaEvent;

export const hallAtFirst: Hall = { shows: 'agenda' };

/**
 * The hall after an event: a vote interrupts it, the result stays until the console, the next speaker or the next item sends it
 * on. Whoever is called does not take a vote's place, nor uncovers the screen. Null for whoever may not know.
 */
export function applyToHall(hall: Hall | null, event: Moving): Hall | null {
	if (hall === null) return null;
	switch (event.type) {
		case 'hall.shown':
			return { shows: event.shows };
		case 'attendance.rollBegun':
			return { shows: 'code' };
		case 'voting.roundOpened':
			return { shows: 'vote', round: event.round };
		case 'voting.announced':
			return { shows: 'result', round: event.round };
		case 'floor.granted':
			return hall.shows === 'vote' || hall.shows === 'covered' ? hall : { shows: 'speaker' };
		case 'floor.deferred':
		case 'floor.yielded':
			return hall.shows === 'speaker' ? { shows: 'agenda' } : hall;
		case 'sitting.opened':
		case 'sitting.ended':
		case 'agenda.itemStarted':
		case 'agenda.itemEnded':
			return { shows: 'agenda' };
		case 'sitting.paused':
		case 'sitting.resumed':
		case 'attendance.checkedIn':
		case 'attendance.left':
		case 'attendance.excused':
		case 'attendance.counted':
		case 'voting.timeExtended':
		case 'voting.roundClosed':
		case 'voting.boxOpened':
		case 'floor.speechRequested':
		case 'floor.subjectChanged':
		case 'floor.requestWithdrawn':
		case 'floor.queueOrdered':
		case 'floor.speechStarted':
		case 'floor.extended':
			return hall;
	}
}

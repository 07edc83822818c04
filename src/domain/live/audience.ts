// Who sees what of a running meeting. Nine audiences, not viewers: a view and an event are encoded once for each.
// Law, kept by tests/domain/live/audience.test.ts: applying what is streamed to what was shown gives what would be shown.
import type { Actor } from '../access/actor.ts';
import type { RoundId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import { emptyFloor, type Floor, type FloorEvent } from '../floor/queue.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { AgendaItem } from '../meetings/agenda.ts';
import { roundOf, type VoteRound, type VotingEvent } from '../voting/vote-round.ts';
import { noVideo } from '../video/points.ts';
import { applyToMeeting, of, type LiveEvent, type LiveMeeting, type StreamedEvent } from './meeting.ts';

export const audiences = [
	'public',
	'guest',
	'point',
	'delegate',
	'tellers',
	'secretariat',
	'chair',
	'hall',
	'inspector'
] as const;
export type Audience = (typeof audiences)[number];

const may =
	(...who: Audience[]) =>
	(audience: Audience) =>
		who.includes(audience);
const seesInside = may('point', 'delegate', 'tellers', 'secretariat', 'chair', 'hall');
const seesSeats = may('secretariat', 'chair', 'hall', 'inspector');
const seesChanges = may('secretariat', 'chair', 'inspector');
const seesNotes = may('secretariat', 'chair');
const seesHall = may('secretariat', 'chair', 'hall');
/** Between closing and announcing only the chair knows the tally; in a secret round the tellers too, who open it. */
const seesBox = (audience: Audience, secret: boolean) =>
	audience === 'chair' || (secret && audience === 'tellers');

/** The glossary's table of roles, section I; null for whoever has no stream of a meeting. */
export const audienceOfRole: { readonly [role in Role]: Audience | null } = {
	chair: 'chair',
	secretary: 'secretariat',
	recordsClerk: 'secretariat',
	teller: 'tellers',
	delegate: 'delegate',
	member: 'delegate',
	substitute: 'delegate',
	hallScreen: 'hall',
	pointScreen: 'point',
	bridgeHead: 'point',
	bridgeTechnician: 'point',
	technician: 'point',
	inspector: 'inspector',
	guest: 'guest',
	usher: 'guest',
	unitAdmin: 'guest',
	systemAdmin: 'guest',
	observer: 'public',
	overseer: 'public',
	public: 'public',
	personConcerned: null,
	unitClerk: null,
	archivist: null,
	apiClient: null
};

/** The audiences that somebody's roles allow, the main part's first; everybody may be of the public. */
export function audiencesOf(by: Actor | null): readonly Audience[] {
	const allowed = (by?.roles ?? [])
		.map((role) => audienceOfRole[role])
		.filter((audience) => audience !== null);
	return [...new Set<Audience>([...allowed, 'public'])];
}

/** The audience that a screen asks for, if a role allows it; null where none does. Asking for none: the main part's. */
export function audienceFor(by: Actor | null, asked: string | null): Audience | null {
	const allowed = audiencesOf(by);
	return (asked === null ? allowed[0] : allowed.find((audience) => audience === asked)) ?? null;
}

const seesRollOfVotes = may('delegate', 'tellers', 'secretariat', 'chair', 'hall', 'inspector');

/** Whether somebody may know who chose what in a round: once announced, and where he may see the round at all. */
export const seesRoll = ({ rounds }: LiveMeeting, id: RoundId, by: Actor) =>
	audiencesOf(by).some(
		(audience) =>
			seesRollOfVotes(audience) &&
			rounds
				.flatMap((round) => roundFor(round, audience))
				.some((round) => round.id === id && round.state === 'announced')
	);

const isClosedNow = ({ sittings, agenda, current }: Meeting) =>
	sittings.some(({ state, closed }) => closed && (state === 'open' || state === 'paused')) ||
	agenda.some(({ id, closed }) => closed && id === current);

const agendaFor = (agenda: readonly AgendaItem[], audience: Audience) =>
	seesInside(audience)
		? agenda
		: agenda.map((item) =>
				item.closed ? { ...item, title: null, presenter: '', votes: [], papers: [] } : item
			);

function roundFor(round: VoteRound, audience: Audience): VoteRound[] {
	if (round.closedDoors && !seesInside(audience)) return [];
	if (round.state === 'announced' || seesBox(audience, round.secret)) return [round];
	return [{ ...round, box: null, tally: null }];
}

/** From outside one sees who speaks, not who waits, nor what about; behind closed doors nothing. */
function floorFor(meeting: Meeting, floor: Floor, audience: Audience): Floor {
	if (seesInside(audience)) return floor;
	if (isClosedNow(meeting)) return emptyFloor;
	return { waiting: [], speaking: floor.speaking && { ...floor.speaking, subject: null } };
}

/** What an audience is shown of a meeting. */
export function viewOf(live: LiveMeeting, audience: Audience): LiveMeeting {
	const { meeting, roll, rounds, floor, notes, video, hall } = live;
	return {
		meeting: {
			...meeting,
			agenda: agendaFor(meeting.agenda, audience),
			changes: seesChanges(audience) ? meeting.changes : []
		},
		roll: seesSeats(audience) ? roll : { ...roll, seats: null, excused: null },
		rounds: rounds.flatMap((round) => roundFor(round, audience)),
		floor: floorFor(live.meeting, floor, audience),
		notes: seesNotes(audience) ? notes : [],
		video: seesInside(audience) ? video : noVideo,
		hall: seesHall(audience) ? hall : null
	};
}

/** One event between two states: what is secret depends on when. */
export type Step = { readonly before: LiveMeeting; readonly event: LiveEvent; readonly after: LiveMeeting };
export const stepOf = (before: LiveMeeting, event: LiveEvent): Step => ({
	before,
	event,
	after: applyToMeeting(before, event)
});

/**
 * What an audience is told of an event: itself, a poorer copy, or `live.hidden` so that the numbers keep no holes.
 * Where the event changes what is secret, the whole view is sent instead.
 */
export function redact(step: Step, audience: Audience): StreamedEvent {
	const { before, after } = step;
	if (seesInside(audience)) return poorer(step, audience);
	if (isClosedNow(before.meeting) !== isClosedNow(after.meeting))
		return { type: 'live.viewReplaced', view: viewOf(after, audience) };
	return poorer(step, audience);
}

const hidden: StreamedEvent = { type: 'live.hidden' };

/** Complete: a new event does not compile until it is said who hears of it. */
function poorer({ before, event, after }: Step, audience: Audience): StreamedEvent {
	if (of(event, 'video')) return seesInside(audience) ? event : hidden;
	if (of(event, 'floor')) return seesInside(audience) ? event : floorFromOutside(before.meeting, event);
	switch (event.type) {
		case 'meeting.called':
			return { ...event, agenda: agendaFor(event.agenda, audience) };
		case 'meeting.rosterChanged':
			return seesChanges(audience) ? event : hidden;
		case 'attendance.checkedIn':
		case 'attendance.left':
			return seesSeats(audience) ? event : { type: 'attendance.counted', present: after.roll.present };
		case 'attendance.excused':
			return seesSeats(audience) ? event : hidden;
		case 'proceedings.noted':
		case 'proceedings.corrected':
			return seesNotes(audience) ? event : hidden;
		case 'hall.shown':
			return seesHall(audience) ? event : hidden;
		case 'voting.roundOpened':
		case 'voting.timeExtended':
		case 'voting.roundClosed':
		case 'voting.boxOpened':
		case 'voting.announced':
			return votingFor(before, event, audience);
		case 'meeting.postponed':
		case 'meeting.cancelled':
		case 'meeting.closed':
		case 'meeting.sealed':
		case 'sitting.opened':
		case 'sitting.paused':
		case 'sitting.resumed':
		case 'sitting.ended':
		case 'agenda.itemStarted':
		case 'agenda.itemEnded':
		case 'attendance.rollBegun':
		case 'attendance.counted':
			return event;
	}
}

function floorFromOutside(meeting: Meeting, event: FloorEvent): StreamedEvent {
	if (isClosedNow(meeting)) return hidden;
	switch (event.type) {
		case 'floor.speechRequested':
		case 'floor.subjectChanged':
		case 'floor.requestWithdrawn':
		case 'floor.queueOrdered':
			return hidden;
		case 'floor.granted':
			return { ...event, subject: null };
		case 'floor.deferred':
			return { type: 'floor.yielded', seat: event.seat, at: event.at };
		case 'floor.speechStarted':
		case 'floor.extended':
		case 'floor.yielded':
			return event;
	}
}

function votingFor({ rounds }: LiveMeeting, event: VotingEvent, audience: Audience): StreamedEvent {
	const { closedDoors, secret } = event.type === 'voting.roundOpened' ? event : known(rounds, event.round);
	if (closedDoors && !seesInside(audience)) return hidden;
	switch (event.type) {
		case 'voting.roundOpened':
		case 'voting.timeExtended':
			return event;
		case 'voting.roundClosed':
			return seesBox(audience, secret) ? event : { ...event, box: null };
		case 'voting.boxOpened':
			return seesBox(audience, secret) ? event : hidden;
		case 'voting.announced':
			return { ...event, roll: null }; // a page of its own
	}
}

function known(rounds: readonly VoteRound[], id: RoundId): VoteRound {
	const round = roundOf(rounds, id);
	if (!round) throw new Error(`an event names the round ${id}, which was never opened`);
	return round;
}

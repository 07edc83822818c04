import { m } from '../messages/messages.js';
import { shortWeekday } from '../day.ts';
import { text, type Sentences } from './facts.ts';

export const meetings: Sentences = {
	meetingNotCalled: () => m.meetings_refused_meetingNotCalled(),
	alreadyCalled: () => m.meetings_refused_alreadyCalled(),
	changedMeanwhile: () => m.meetings_refused_changedMeanwhile(),
	notSubmitted: () => m.meetings_refused_notSubmitted(),
	notApproved: () => m.meetings_refused_notApproved(),
	agendaEmpty: () => m.meetings_refused_agendaEmpty(),
	noChair: () => m.meetings_refused_noChair(),
	lastSecretary: () => m.meetings_refused_lastSecretary(),
	profileExists: () => m.meetings_refused_profileExists(),
	noProfile: () => m.meetings_refused_noProfile(),
	titleTaken: (facts) => m.meetings_refused_titleTaken({ at: text(facts, 'at') }),
	itemUnknown: () => m.meetings_refused_itemUnknown(),
	voteCodeTaken: (facts) => m.meetings_refused_voteCodeTaken({ vote: text(facts, 'vote') }),
	paperTwice: () => m.meetings_refused_paperTwice(),
	itemRunning: () => m.meetings_refused_itemRunning(),
	noItemRunning: () => m.meetings_refused_noItemRunning(),
	noSittingOpen: () => m.meetings_refused_noSittingOpen(),
	sittingUnknown: () => m.meetings_refused_sittingUnknown(),
	sittingInUse: (facts) =>
		m.meetings_refused_sittingInUse({ day: shortWeekday(text(facts, 'date')), start: text(facts, 'start') }),
	sittingTooShort: (facts) =>
		m.meetings_refused_sittingTooShort({
			day: shortWeekday(text(facts, 'date')),
			start: text(facts, 'start')
		}),
	sittingIs: (facts) => m.meetings_refused_sittingIs({ state: text(facts, 'state') }),
	sittingRunning: () => m.meetings_refused_sittingRunning(),
	notYetHeld: () => m.meetings_refused_notYetHeld(),
	meetingEnded: () => m.meetings_refused_meetingEnded(),
	seatTaken: () => m.meetings_refused_seatTaken(),
	notOnRoster: () => m.meetings_refused_notOnRoster(),
	pointNameTaken: () => m.meetings_refused_pointNameTaken(),
	alreadyOnRoster: () => m.meetings_refused_alreadyOnRoster(),
	isMember: () => m.meetings_refused_isMember(),
	keepsTheTable: () => m.meetings_refused_keepsTheTable()
};

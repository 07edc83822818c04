import type { RecordState } from '#domain/records/record.ts';
import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

const states: { readonly [state in RecordState]: () => string } = {
	draft: () => m.records_stateDraft(),
	submitted: () => m.records_stateSubmitted(),
	signing: () => m.records_stateSigning(),
	complete: () => m.records_stateComplete(),
	givenUp: () => m.records_stateGivenUp()
};

/** The name of a step of a record's way, as lists and refusals have it. */
export const stateNamed = (state: RecordState): string => states[state]();
const named = (state: string) => Object.entries(states).find(([code]) => code === state)?.[1]() ?? '';

export const records: Sentences = {
	pieceLocked: () => m.records_refused_pieceLocked(),
	sectionUnknown: () => m.records_refused_sectionUnknown(),
	articlesMissing: () => m.records_refused_articlesMissing(),
	groundsMissing: () => m.records_refused_groundsMissing(),
	recordIs: (facts) => m.records_refused_recordIs({ state: named(text(facts, 'state')) }),
	meetingNotClosed: () => m.records_refused_meetingNotClosed(),
	draftedAlready: () => m.records_refused_draftedAlready(),
	nobodySigns: () => m.records_refused_nobodySigns(),
	notYourTurn: (facts) => m.records_refused_notYourTurn({ next: text(facts, 'next') }),
	shownOther: () => m.records_refused_shownOther(),
	seriesBegun: () => m.records_refused_seriesBegun()
};

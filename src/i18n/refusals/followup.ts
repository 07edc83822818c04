import type { TaskState } from '#domain/followup/task.ts';
import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

const states: { readonly [state in TaskState]: () => string } = {
	given: () => m.followup_stateGiven(),
	accepted: () => m.followup_stateAccepted(),
	reported: () => m.followup_stateReported(),
	returned: () => m.followup_stateReturned(),
	confirmed: () => m.followup_stateConfirmed()
};
/** The step of a task in a word, as lists and refusals have it. */
export const taskStateNamed = (state: TaskState): string => states[state]();
const named = (state: string) => Object.entries(states).find(([code]) => code === state)?.[1]() ?? '';

export const followup: Sentences = {
	taskIs: (facts) => m.followup_refused_taskIs({ state: named(text(facts, 'state')) }),
	taskNotYours: () => m.followup_refused_taskNotYours(),
	taskUnassigned: () => m.followup_refused_taskUnassigned(),
	reportFileEmpty: () => m.followup_refused_reportFileEmpty(),
	reportFileTooLarge: () => m.followup_refused_reportFileTooLarge(),
	reportFileType: () => m.followup_refused_reportFileType(),
	reportFileUnfinished: () => m.followup_refused_reportFileUnfinished(),
	reportFileUnknown: () => m.followup_refused_reportFileUnknown()
};

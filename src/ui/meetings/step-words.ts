import type { DraftPage } from '#domain/meetings/pages.ts';
import { isMember } from '#domain/meetings/roster.ts';
import type { Step, TaskName } from '#domain/meetings/readiness.ts';
import { m } from '#i18n/messages/messages.js';

const names: { readonly [step in Step]: () => string } = {
	agenda: m.meetings_stepAgenda,
	papers: m.meetings_stepPapers,
	people: m.meetings_stepPeople
};
export const stepName = (step: Step) => names[step]();

const count = (page: DraftPage) => page.agenda.flatMap(({ papers }) => papers).length;
const notes: { readonly [step in Step]: (page: DraftPage) => string } = {
	agenda: ({ approved, submitted, agenda, version }) => {
		if (approved) return m.meetings_noteApproved({ version });
		return submitted ? m.meetings_noteSubmitted() : m.meetings_noteItems({ count: agenda.length });
	},
	papers: (page) => m.meetings_notePapers({ count: count(page) }),
	people: ({ people }) => m.meetings_notePeople({ count: people.filter(isMember).length })
};
/** What stands below the name of a step. */
export const stepNote = (step: Step, page: DraftPage) => notes[step](page);

const tasks: { readonly [task in TaskName]: () => string } = {
	hasItems: m.meetings_taskHasItems,
	hasPresenters: m.meetings_taskHasPresenters,
	fitsSittings: m.meetings_taskFitsSittings,
	submitted: m.meetings_taskSubmitted,
	approved: m.meetings_taskApproved,
	hasPapers: m.meetings_taskHasPapers,
	hasChair: m.meetings_taskHasChair,
	hasSecretary: m.meetings_taskHasSecretary,
	hasMembers: m.meetings_taskHasMembers,
	pointsTended: m.meetings_taskPointsTended
};
export const taskName = (task: TaskName) => tasks[task]();

// How a task stands, in words.
import type { DueGroup, Standing } from '#domain/followup/due.ts';
import type { TaskLine } from '#domain/followup/pages.ts';
import { isUnassigned, type StepKind } from '#domain/followup/task.ts';
import { m } from './messages/messages.js';
import { taskStateNamed } from './refusals/followup.ts';

type Stated = Pick<TaskLine, 'state' | 'unit' | 'personId'>;
/** Where a task is, in a word. */
export const stateWords = (task: Stated) =>
	task.state === 'given' && isUnassigned(task) ? m.followup_unassigned() : taskStateNamed(task.state);

/** The days that are left, or over; null where no date says so. */
export function daysWords(standing: Standing): string | null {
	switch (standing.type) {
		case 'late':
			return m.followup_late({ count: standing.days });
		case 'due':
			return standing.days === 0 ? m.followup_dueToday() : m.followup_dueIn({ count: standing.days });
		case 'reported':
			return standing.lateDays > 0
				? m.followup_reportedLate({ count: standing.lateDays })
				: m.followup_reportedPlain();
		case 'undated':
		case 'confirmed':
			return null;
	}
}

/** The meeting that concluded it, and the item that was in hand. */
export const sourceWords = ({ meetingTitle: title, item }: Pick<TaskLine, 'meetingTitle' | 'item'>) =>
	item === null ? title : m.followup_from({ title, item });

const groups: { readonly [group in DueGroup]: () => string } = {
	late: m.followup_groupLate,
	soon: m.followup_groupSoon,
	reported: m.followup_groupReported,
	later: m.followup_groupLater,
	undated: m.followup_groupUndated,
	confirmed: m.followup_groupConfirmed
};
export const groupNamed = (group: DueGroup) => groups[group]();

const steps: { readonly [kind in StepKind]: () => string } = {
	given: m.followup_stepGiven,
	assigned: m.followup_stepAssigned,
	corrected: m.followup_stepCorrected,
	accepted: m.followup_stepAccepted,
	reported: m.followup_stepReported,
	returned: m.followup_stepReturned,
	confirmed: m.followup_stepConfirmed
};
export const stepNamed = (kind: StepKind) => steps[kind]();

// What is still missing before a draft may be published. Advice: only what `submit` and `mayCall` refuse is a rule.
import type { Agenda } from './agenda.ts';
import { minutesIn } from './agenda.ts';
import type { PlannedSitting } from './meeting.ts';
import type { BridgePoint } from './points.ts';
import type { Roster } from './roster.ts';
import { endIn, lengthOf, minuteOf } from './timing.ts';

export type Step = 'agenda' | 'papers' | 'people';
export const steps: readonly Step[] = ['agenda', 'papers', 'people'];
export type TaskName =
	| 'hasItems'
	| 'hasPresenters'
	| 'fitsSittings'
	| 'submitted'
	| 'approved'
	| 'hasPapers'
	| 'hasChair'
	| 'hasSecretary'
	| 'hasMembers'
	| 'pointsTended';
export type Task = { readonly name: TaskName; readonly step: Step; readonly done: boolean };
type Facts = {
	readonly agenda: Agenda;
	readonly sittings: readonly PlannedSitting[];
	readonly people: Roster;
	readonly points: readonly BridgePoint[];
	readonly submitted: unknown;
	readonly approved: unknown;
};

/** The tasks of preparing a meeting, each with its step and whether it is done. */
export function tasksOf({ agenda, sittings, people, points, submitted, approved }: Facts): readonly Task[] {
	const has = (role: 'chair' | 'secretary') => people.some(({ roles }) => roles.includes(role));
	const some = agenda.length > 0;
	const task = (step: Step, name: TaskName, done: boolean): Task => ({ step, name, done });
	return [
		task('agenda', 'hasItems', some),
		task('agenda', 'hasPresenters', some && agenda.every(({ presenter }) => presenter !== '')),
		task('agenda', 'fitsSittings', some && sittings.every((sitting) => fits(agenda, sitting))),
		task('agenda', 'submitted', submitted !== null),
		task('agenda', 'approved', approved !== null),
		task(
			'papers',
			'hasPapers',
			agenda.some(({ papers }) => papers.length > 0)
		),
		task(
			'people',
			'hasMembers',
			people.some(({ mandate }) => mandate !== null)
		),
		task('people', 'hasChair', has('chair')),
		task('people', 'hasSecretary', has('secretary')),
		...(points.length > 0 ? [task('people', 'pointsTended', areTended(points, people))] : [])
	];
}

/** The steps of preparing, each with its tasks. */
export function stepsOf(facts: Facts): readonly { readonly step: Step; readonly tasks: readonly Task[] }[] {
	const tasks = tasksOf(facts);
	return steps.map((step) => ({ step, tasks: tasks.filter((task) => task.step === step) }));
}

/** A point without its technician has nobody who may bring it into the room. */
const areTended = (points: readonly BridgePoint[], people: Roster): boolean =>
	points.every(({ id }) =>
		people.some(({ point, roles }) => point === id && roles.includes('bridgeTechnician'))
	);

function fits(agenda: Agenda, sitting: PlannedSitting): boolean {
	const end = endIn(agenda, sitting.id);
	return minutesIn(agenda, sitting.id) <= lengthOf(sitting) && (end ?? 0) <= minuteOf(sitting.end);
}

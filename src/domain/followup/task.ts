// A task: what a conclusion gives somebody to do. The person to whom it was given accepts it and reports it done; the
// secretary or the chair confirms, or returns it for more. Where nobody is named, the clerk of the lead unit stands in.
import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { Assignment, ProceedingsEvent } from '../proceedings/notes.ts';
import type { NoteId, PersonId, UnitId } from '../journal/ids.ts';

export const taskStates = ['given', 'accepted', 'reported', 'returned', 'confirmed'] as const;
export type TaskState = (typeof taskStates)[number];
/** What is to be done, by whom, by when: in the words that were spoken, and whom they mean here. */
export type Given = {
	readonly text: string;
	readonly leadUnit: string;
	readonly unit: UnitId | null;
	readonly person: string;
	readonly personId: PersonId | null;
	/** A date, `2027-06-30`, or a rule in words. */
	readonly due: string;
};
export type Task = Given & {
	readonly note: NoteId;
	/** The number of the entry from which it was last taken. */
	readonly seq: number;
	readonly state: TaskState;
	/** What the conclusion says since it was corrected, after the task was accepted; null where it says the same. */
	readonly corrected: Given | null;
	readonly reportedAt: Instant | null;
};
export type TaskRefusal =
	| { readonly code: 'taskIs'; readonly state: TaskState }
	| { readonly code: 'taskNotYours' }
	| { readonly code: 'taskUnassigned' };
/** Who acts on a task: himself, and whether he is a clerk of its lead unit. */
export type Acting = { readonly person: PersonId; readonly isClerk: boolean };
export type StepKind =
	'given' | 'assigned' | 'corrected' | 'accepted' | 'reported' | 'returned' | 'confirmed';
/** A file that proves what a report says. */
export type ReportFile = { readonly hash: Hash; readonly name: string };

/** What an entry of the journal gives to do; null where it is no conclusion with somebody to carry it out. */
export function givenBy({ text, assignment }: ProceedingsEvent): Given | null {
	return assignment ? { text, ...leadOf(assignment) } : null;
}
const leadOf = ({ leadUnit, person, due, unitId = null, personId = null }: Assignment) => ({
	leadUnit,
	unit: unitId,
	person,
	personId,
	due
});

/** Whether nobody was chosen who could accept it: neither a person nor a unit. */
export const isUnassigned = ({ personId, unit }: Pick<Given, 'personId' | 'unit'>) =>
	personId === null && unit === null;
/** Accepted, and not yet confirmed: its words change no more without being said. */
const isTaken = (state: TaskState) => state !== 'given';

/**
 * The task after its note was corrected. Not yet accepted it changes; accepted it stays, and says what the conclusion says
 * now. Null where this was taken up before: an entry comes at least once.
 */
export function correctedBy(task: Task, given: Given, seq: number): Task | null {
	if (seq <= task.seq) return null;
	if (!isTaken(task.state)) return { ...task, ...given, seq };
	return { ...task, seq, corrected: isSame(task, given) ? null : given };
}
const isSame = (a: Given, b: Given) =>
	a.text === b.text && a.leadUnit === b.leadUnit && a.person === b.person && a.due === b.due;

/** Whoever carries it out: the person named, or the clerk of the lead unit. */
export const mayReport = ({ personId }: Pick<Given, 'personId'>, { person, isClerk }: Acting) =>
	personId === person || isClerk;
/** The clerk of the unit accepts only where no person is named. */
export const mayAccept = ({ personId }: Pick<Given, 'personId'>, { person, isClerk }: Acting) =>
	personId === person || (personId === null && isClerk);

type Moved = Result<TaskState, TaskRefusal>;
/** Takes it on. */
export function accept(task: Task, by: Acting): Moved {
	if (!mayAccept(task, by)) return refuse({ code: 'taskNotYours' });
	return task.state === 'given' ? ok('accepted') : refuse({ code: 'taskIs', state: task.state });
}
/** Says that it is done: once it was accepted, and again after it was returned. */
export function report(task: Task, by: Acting): Moved {
	if (!mayReport(task, by)) return refuse({ code: 'taskNotYours' });
	const open = task.state === 'accepted' || task.state === 'returned';
	return open ? ok('reported') : refuse({ code: 'taskIs', state: task.state });
}
/** Judges what was reported: done, or returned for more. */
export function judge(task: Task, done: boolean): Moved {
	if (task.state !== 'reported') return refuse({ code: 'taskIs', state: task.state });
	return ok(done ? 'confirmed' : 'returned');
}
export type Lead = Omit<Given, 'text'>;
/** Gives it to somebody, also to somebody else, with the words of the conclusion as they stand now. */
export function assign(task: Task, lead: Lead): Result<Task, TaskRefusal> {
	if (task.state === 'reported' || task.state === 'confirmed')
		return refuse({ code: 'taskIs', state: task.state });
	if (isUnassigned(lead)) return refuse({ code: 'taskUnassigned' });
	const { text } = task.corrected ?? task;
	return ok({ ...task, ...lead, text, state: 'given', corrected: null });
}

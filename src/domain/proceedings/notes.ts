// What the secretary writes down while the meeting goes on. A note is a fact of the journal: another one corrects it,
// nothing rewrites it.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { ItemId, NoteId, PersonId, UnitId } from '../journal/ids.ts';
import type { Meeting } from '../meetings/meeting.ts';

/**
 * A conclusion as it was spoken: who is to do what by when. `due` is a date, `2027-06-30`, or a rule in words. Beside the
 * words the unit and the person of this installation whom they mean: null where nobody was chosen, absent in older notes.
 */
export type Assignment = {
	readonly leadUnit: string;
	readonly person: string;
	readonly due: string;
	readonly unitId?: UnitId | null;
	readonly personId?: PersonId | null;
};
export type NoteKind = 'note' | 'opinion' | 'conclusion';
export type Note = {
	readonly id: NoteId;
	readonly kind: NoteKind;
	readonly item: ItemId | null;
	readonly text: string;
	readonly assignment: Assignment | null;
	readonly at: Instant;
	readonly corrected: boolean;
};
export type ProceedingsEvent =
	| {
			readonly type: 'proceedings.noted';
			readonly note: NoteId;
			readonly kind: NoteKind;
			readonly item: ItemId | null;
			readonly text: string;
			readonly assignment: Assignment | null;
			readonly at: Instant;
	  }
	| {
			readonly type: 'proceedings.corrected';
			readonly note: NoteId;
			readonly text: string;
			readonly assignment: Assignment | null;
	  };
export type ProceedingsRefusal =
	| { readonly code: 'meetingNotRunning' }
	| { readonly code: 'noteKnown' }
	| { readonly code: 'noteUnknown' }
	| { readonly code: 'assigneeUnknown' };

type Written = {
	readonly id: NoteId;
	readonly kind: NoteKind;
	readonly text: string;
	readonly assignment: Assignment | null;
	readonly at: Instant;
};
/** Writes a note on the item in hand. Refused before the meeting is called and after it is closed. */
export function note(
	notes: readonly Note[],
	{ state, current }: Meeting,
	{ id, kind, text, assignment, at }: Written
): Result<ProceedingsEvent[], ProceedingsRefusal> {
	if (state !== 'called') return refuse({ code: 'meetingNotRunning' });
	if (notes.some((one) => one.id === id)) return refuse({ code: 'noteKnown' });
	return ok([{ type: 'proceedings.noted', note: id, kind, item: current, text, assignment, at }]);
}

/** Puts other words in the place of a note's; the first ones stay in the journal. */
export function correct(
	notes: readonly Note[],
	{ state }: Meeting,
	{ id, text, assignment }: { id: NoteId; text: string; assignment: Assignment | null }
): Result<ProceedingsEvent[], ProceedingsRefusal> {
	if (state !== 'called') return refuse({ code: 'meetingNotRunning' });
	const found = notes.find((one) => one.id === id);
	if (!found) return refuse({ code: 'noteUnknown' });
	const kept = found.kind === 'conclusion' ? (assignment ?? found.assignment) : null;
	return ok([{ type: 'proceedings.corrected', note: id, text, assignment: kept }]);
}

/** Whether an event writes or corrects a conclusion; `notes` may be those before it or after it. */
export function concludes(notes: readonly Note[], event: { readonly type: string }): boolean {
	if (!isOfNotes(event)) return false;
	if (event.type === 'proceedings.noted') return event.kind === 'conclusion';
	return notes.some(({ id, kind }) => id === event.note && kind === 'conclusion');
}
const isOfNotes = (event: { readonly type: string }): event is ProceedingsEvent =>
	event.type === 'proceedings.noted' || event.type === 'proceedings.corrected';

export function applyToNotes(notes: readonly Note[], event: ProceedingsEvent): readonly Note[] {
	switch (event.type) {
		case 'proceedings.noted': {
			const { type: _, note: id, ...written } = event;
			return [...notes, { id, ...written, corrected: false }];
		}
		case 'proceedings.corrected': {
			const { note: id, text, assignment } = event;
			return notes.map((one) => (one.id === id ? { ...one, text, assignment, corrected: true } : one));
		}
	}
}

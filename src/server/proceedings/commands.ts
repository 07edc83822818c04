import * as v from 'valibot';
import type { NoteId, PersonId, UnitId } from '#domain/journal/ids.ts';
import { correct, note, type Assignment } from '#domain/proceedings/notes.ts';
import { refuse } from '#lib/result.ts';
import { areKnown } from '#server/accounts/finding.ts';
import type { Tx } from '#server/platform/db.ts';
import { idOf, line, paragraphs } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';

const assignment = v.object({
	leadUnit: line(200),
	person: line(200),
	due: line(100),
	unitId: v.optional(v.nullable(idOf<UnitId>()), null),
	personId: v.optional(v.nullable(idOf<PersonId>()), null)
});
const written = { note: idOf<NoteId>(), text: paragraphs(4000) };
/** Whoever was chosen beside the words is somebody of this installation. */
const isKnown = (tx: Tx, { unitId = null, personId = null }: Partial<Assignment>) =>
	areKnown(tx, { unit: unitId, person: personId });

export const proceedingsNote = liveCommand({
	name: 'proceedings.note',
	needs: 'proceedings.write',
	input: v.object({ ...written, kind: v.picklist(['note', 'opinion']) }),
	decide: ({ meeting: { notes, meeting }, input: { note: id, text, kind }, at }) =>
		note(notes, meeting, { id, kind, text, assignment: null, at })
});
/** What the chair concluded, as it was spoken: which unit leads, who answers for it, by when. */
export const proceedingsNoteConclusion = liveCommand({
	name: 'proceedings.noteConclusion',
	needs: 'proceedings.write',
	input: v.object({ ...written, ...assignment.entries }),
	given: (tx, { input }) => isKnown(tx, input),
	decide: ({ meeting: { notes, meeting }, input: { note: id, text, ...assigned }, at, given }) =>
		given
			? note(notes, meeting, { id, kind: 'conclusion', text, assignment: assigned, at })
			: refuse({ code: 'assigneeUnknown' })
});
export const proceedingsCorrect = liveCommand({
	name: 'proceedings.correct',
	needs: 'proceedings.write',
	input: v.object({ ...written, assignment: v.optional(v.nullable(assignment), null) }),
	given: (tx, { input }) => isKnown(tx, input.assignment ?? {}),
	decide: ({ meeting: { notes, meeting }, input: { note: id, text, assignment }, given }) =>
		given ? correct(notes, meeting, { id, text, assignment }) : refuse({ code: 'assigneeUnknown' })
});

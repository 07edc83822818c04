import * as v from 'valibot';
import type { NoteId } from '#domain/journal/ids.ts';
import { correct, note } from '#domain/proceedings/notes.ts';
import { idOf, line, paragraphs } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';

const assignment = v.object({ leadUnit: line(200), person: line(200), due: line(100) });
const written = { note: idOf<NoteId>(), text: paragraphs(4000) };

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
	decide: ({ meeting: { notes, meeting }, input: { note: id, text, ...assigned }, at }) =>
		note(notes, meeting, { id, kind: 'conclusion', text, assignment: assigned, at })
});
export const proceedingsCorrect = liveCommand({
	name: 'proceedings.correct',
	needs: 'proceedings.write',
	input: v.object({ ...written, assignment: v.optional(v.nullable(assignment), null) }),
	decide: ({ meeting: { notes, meeting }, input: { note: id, text, assignment } }) =>
		correct(notes, meeting, { id, text, assignment })
});

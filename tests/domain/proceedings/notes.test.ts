import { describe, expect, test } from 'vitest';
import type { ItemId, NoteId } from '#domain/journal/ids.ts';
import { draftMeeting } from '#domain/meetings/meeting.ts';
import { applyToNotes, correct, note, type Note } from '#domain/proceedings/notes.ts';
import { refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';

const at = instant(1_765_245_600_000);
const running = { ...draftMeeting, state: 'called' as const, current: 'item-7' as ItemId };
const id = 'note-1' as NoteId;
const assignment = { leadUnit: 'Sở Khoa học và Công nghệ', person: 'Giám đốc Sở', due: '2027-06-30' };
const written = {
	id,
	kind: 'conclusion' as const,
	text: 'Hoàn thành nâng cấp đường truyền 31 xã.',
	assignment,
	at
};
const notes = (): readonly Note[] => {
	const result = note([], running, written);
	return result.ok ? result.value.reduce(applyToNotes, []) : [];
};

describe('a note', () => {
	test('belongs to the item in hand and keeps who is to do what by when', () => {
		expect(notes()).toEqual([{ ...written, item: 'item-7', corrected: false }]);
	});

	test('is refused twice under one id, before the meeting is called, and once it is closed', () => {
		expect(note(notes(), running, written)).toEqual(refuse({ code: 'noteKnown' }));
		for (const state of ['draft', 'closed', 'sealed'] as const)
			expect(note([], { ...running, state }, written)).toEqual(refuse({ code: 'meetingNotRunning' }));
	});

	test('is corrected by other words, marked as such; a conclusion keeps its assignment where none is given', () => {
		const corrected = correct(notes(), running, { id, text: 'Hoàn thành 31 xã.', assignment: null });

		expect(corrected.ok && corrected.value.reduce(applyToNotes, notes())[0]).toMatchObject({
			text: 'Hoàn thành 31 xã.',
			assignment,
			corrected: true
		});
		expect(correct([], running, { id, text: 'x', assignment: null })).toEqual(
			refuse({ code: 'noteUnknown' })
		);
	});
});

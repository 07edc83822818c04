import { describe, expect, test } from 'vitest';
import {
	accept,
	assign,
	correctedBy,
	givenBy,
	judge,
	report,
	type Acting,
	type Given,
	type Task,
	type TaskState
} from '#domain/followup/task.ts';
import type { NoteId, PersonId, UnitId } from '#domain/journal/ids.ts';
import { ok, refuse } from '#lib/result.ts';

const [tram, thao, toan] = ['tram', 'thao', 'toan'] as PersonId[] as [PersonId, PersonId, PersonId];
const science = 'MG-SKHCN' as UnitId;
const given: Given = {
	text: 'Hoàn thành nâng cấp đường truyền 31 xã.',
	leadUnit: 'Sở Khoa học và Công nghệ',
	unit: science,
	person: 'Kim Ngọc Trâm',
	personId: tram,
	due: '2027-06-30'
};
const task = (state: TaskState, changes: Partial<Task> = {}): Task => ({
	...given,
	note: 'note' as NoteId,
	seq: 7,
	state,
	corrected: null,
	reportedAt: null,
	...changes
});
const as = (person: PersonId, isClerk = false): Acting => ({ person, isClerk });

describe('a task', () => {
	test('is accepted by the person named, and by nobody else', () => {
		expect(accept(task('given'), as(tram))).toEqual(ok('accepted'));
		expect(accept(task('given'), as(toan))).toEqual(refuse({ code: 'taskNotYours' }));
		expect(accept(task('given'), as(thao, true))).toEqual(refuse({ code: 'taskNotYours' }));
	});

	test('is accepted by the clerk of its unit where no person is named', () => {
		expect(accept(task('given', { personId: null }), as(thao, true))).toEqual(ok('accepted'));
		expect(accept(task('given', { personId: null }), as(toan))).toEqual(refuse({ code: 'taskNotYours' }));
	});

	test('is accepted once', () => {
		expect(accept(task('accepted'), as(tram))).toEqual(refuse({ code: 'taskIs', state: 'accepted' }));
	});

	test.each(['accepted', 'returned'] as const)('that is %s is reported done by its people', (state) => {
		expect(report(task(state), as(tram))).toEqual(ok('reported'));
		expect(report(task(state), as(thao, true))).toEqual(ok('reported'));
		expect(report(task(state), as(toan))).toEqual(refuse({ code: 'taskNotYours' }));
	});

	test.each(['given', 'reported', 'confirmed'] as const)('that is %s is not reported', (state) => {
		expect(report(task(state), as(tram))).toEqual(refuse({ code: 'taskIs', state }));
	});

	test('is confirmed or returned once it was reported, and not before', () => {
		expect(judge(task('reported'), true)).toEqual(ok('confirmed'));
		expect(judge(task('reported'), false)).toEqual(ok('returned'));
		expect(judge(task('accepted'), true)).toEqual(refuse({ code: 'taskIs', state: 'accepted' }));
		expect(judge(task('confirmed'), false)).toEqual(refuse({ code: 'taskIs', state: 'confirmed' }));
	});
});

describe('giving a task to somebody', () => {
	const lead = { leadUnit: 'Sở Y tế', unit: null, person: 'Toàn', personId: toan, due: 'kỳ họp giữa năm' };

	test('begins it anew with the words of the conclusion as they stand now', () => {
		const corrected = { ...given, text: 'Hoàn thành 30 xã.' };

		const assigned = assign(task('accepted', { corrected }), lead);

		expect(assigned).toEqual(ok({ ...task('given'), ...lead, text: 'Hoàn thành 30 xã.' }));
	});

	test('needs a person or a unit, and is too late once it was reported', () => {
		expect(assign(task('given'), { ...lead, personId: null })).toEqual(refuse({ code: 'taskUnassigned' }));
		expect(assign(task('reported'), lead)).toEqual(refuse({ code: 'taskIs', state: 'reported' }));
	});
});

describe('a corrected conclusion', () => {
	const corrected = { ...given, text: 'Hoàn thành 30 xã.', due: '2027-03-31' };

	test('changes a task that nobody has accepted', () => {
		expect(correctedBy(task('given'), corrected, 9)).toEqual({ ...task('given'), ...corrected, seq: 9 });
	});

	test('leaves an accepted task as it was, and is said beside it', () => {
		expect(correctedBy(task('accepted'), corrected, 9)).toEqual(task('accepted', { seq: 9, corrected }));
	});

	test('is said no more where it was put back to what it said', () => {
		expect(correctedBy(task('accepted', { corrected }), given, 11)).toEqual(task('accepted', { seq: 11 }));
	});

	test('is taken up once, whatever comes late', () => {
		expect(correctedBy(task('given'), corrected, 7)).toBeNull();
		expect(correctedBy(task('given', { seq: 9 }), corrected, 8)).toBeNull();
	});
});

test('an old note, which names nobody of the directory, gives a task to nobody', () => {
	const assignment = { leadUnit: 'Sở', person: 'Giám đốc', due: '2027-06-30' };
	const event = { type: 'proceedings.corrected' as const, note: 'n' as NoteId, text: 'x', assignment };

	expect(givenBy(event)).toMatchObject({ unit: null, personId: null, leadUnit: 'Sở' });
	expect(givenBy({ ...event, assignment: null })).toBeNull();
});

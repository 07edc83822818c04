import { describe, expect, test } from 'vitest';
import { articlesIn, editSection, type MinutesDraft } from '#domain/records/draft.ts';
import { codePrefix, letterheadOf } from '#domain/records/letterhead.ts';
import { allComplete, maySign, nextSigner, stateAfter, type RecordRow } from '#domain/records/record.ts';
import type { MeetingId, PersonId, RecordId } from '#domain/journal/ids.ts';
import { hashOf, utf8 } from '#lib/hash.ts';
import { refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';

const at = instant(0);
const draft: MinutesDraft = {
	kind: 'minutes',
	title: 'Kỳ họp thứ 6',
	facts: [],
	closing: [],
	roll: [],
	recipients: [],
	sections: [
		{
			id: 'one',
			heading: '1. Một',
			pieces: [
				{ id: 'vote', text: 'tán thành 31', source: { from: 'vote', code: 'V05', at } },
				{ id: 'note', text: 'ghi chép', source: { from: 'note', at } }
			]
		}
	]
};
const textsOf = (edited: ReturnType<typeof editSection>) =>
	edited.ok ? edited.value.sections[0]?.pieces.map(({ text }) => text) : edited.refusal;

describe('a section of the minutes', () => {
	test('takes other words for a note, and a paragraph of the secretary’s own', () => {
		const edited = editSection(draft, 'one', [
			{ id: 'note', text: 'ghi chép đã sửa' },
			{ id: 'new', text: 'thêm' }
		]);

		expect(textsOf(edited)).toEqual(['tán thành 31', 'ghi chép đã sửa', 'thêm']);
	});

	test('loses a paragraph that is emptied, but never one that the system counted', () => {
		expect(textsOf(editSection(draft, 'one', [{ id: 'note', text: '' }]))).toEqual(['tán thành 31']);
		expect(editSection(draft, 'one', [{ id: 'vote', text: '' }])).toEqual(refuse({ code: 'pieceLocked' }));
		expect(editSection(draft, 'two', [])).toEqual(refuse({ code: 'sectionUnknown' }));
	});
});

test('articles are told by their first word; what stands before the first belongs to none', () => {
	expect(articlesIn('mở đầu\nĐiều 1. Một\n1. a\n2. b\n\nĐiều 2. Hai')).toEqual([
		{ heading: 'Điều 1. Một', paragraphs: ['1. a', '2. b'] },
		{ heading: 'Điều 2. Hai', paragraphs: [] }
	]);
});

test('a council is written in full at the head of its papers', () => {
	expect(letterheadOf('HĐND tỉnh Minh Giang')).toEqual({
		name: 'Hội đồng nhân dân tỉnh Minh Giang',
		lines: ['HỘI ĐỒNG NHÂN DÂN', 'TỈNH MINH GIANG'],
		place: 'Minh Giang',
		symbol: 'HĐND'
	});
	expect(letterheadOf('Hội đồng nhân dân xã Tân Hòa').place).toBe('Tân Hòa');
	expect(codePrefix('MG-HDND')).toBe('MG');
});

describe('signing in order', () => {
	const [lien, cuong] = ['lien', 'cuong'] as PersonId[];
	const file = hashOf(utf8('file'));
	const signer = (field: string, person: PersonId | undefined, kind: 'person' | 'seal' = 'person') => ({
		field,
		kind,
		capacity: '',
		name: field,
		person: person ?? null
	});
	const row: RecordRow = {
		id: 'r' as RecordId,
		meeting: 'm' as MeetingId,
		kind: 'minutes',
		round: null,
		state: 'signing',
		version: 1,
		signers: [signer('secretary', lien), signer('chair', cuong)],
		signatures: [],
		file
	};

	test('waits for the secretary, then for the chair, then for nobody', () => {
		const once = { ...row, signatures: [{ field: 'secretary', person: lien as PersonId, at }] };

		expect(nextSigner(row)?.field).toBe('secretary');
		expect(nextSigner(once)?.field).toBe('chair');
		expect(stateAfter(row)).toBe('signing');
		expect(stateAfter(once)).toBe('complete');
		expect(nextSigner({ ...once, state: 'complete' })).toBeNull();
	});

	test('is only of the bytes that were shown', () => {
		const shown = hashOf(utf8('another file'));

		expect(maySign(row, { person: lien as PersonId, kind: 'person', shown })).toEqual(
			refuse({ code: 'shownOther' })
		);
		expect(maySign(row, { person: lien as PersonId, kind: 'person', shown: file })).toMatchObject({
			ok: true
		});
	});

	test('a person never gives the seal, and the seal never stands for a person', () => {
		const sealed = { ...row, signers: [signer('seal', undefined, 'seal')] };

		expect(maySign(sealed, { person: lien as PersonId, kind: 'person', shown: file })).toMatchObject({
			ok: false
		});
		expect(maySign(row, { person: lien as PersonId, kind: 'seal', shown: file })).toMatchObject({
			ok: false
		});
	});

	test('a meeting has all its records when none is left but those given up', () => {
		expect(allComplete([{ state: 'complete' }, { state: 'givenUp' }])).toBe(true);
		expect(allComplete([{ state: 'complete' }, { state: 'draft' }])).toBe(false);
		expect(allComplete([{ state: 'givenUp' }])).toBe(false);
	});
});

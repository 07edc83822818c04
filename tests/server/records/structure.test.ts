// What a record's file has to have before its first signature, so that every later judge accepts every stage.
import { beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../../../src/domain/records/pdf/filter.ts';
import { isName, Ref, Str, textOf, type Dict } from '../../../src/domain/records/pdf/object.ts';
import { Pdf } from '../../../src/domain/records/pdf/pdf.ts';
import { typesetRecord } from '../../../src/server/records/typeset.ts';
import { day1, minutes } from '../../support/records.ts';

let pdf: Pdf;
beforeAll(async () => {
	pdf = new Pdf((await typesetRecord(minutes, day1)).bytes);
});
const fields = (): Dict[] =>
	pdf.list(pdf.dict(pdf.root.get('AcroForm')).get('Fields')).map((ref) => pdf.dict(ref));

describe('a record before its first signature', () => {
	test('says that it is PDF/A-3a and PDF/UA-1', () => {
		const xmp = new TextDecoder().decode(contentOf(pdf.stream(pdf.root.get('Metadata'))));

		expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
		expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
		expect(xmp).toMatch(/<pdfuaid:part[^>]*>1<\/pdfuaid:part>/);
	});

	test('has an output intent, tags, marked content, a language and its title on show', () => {
		const [intent] = pdf.list(pdf.root.get('OutputIntents'));

		expect(isName(pdf.dict(intent).get('S'), 'GTS_PDFA1')).toBe(true);
		expect(pdf.dict(pdf.root.get('MarkInfo')).get('Marked')).toBe(true);
		expect(pdf.root.get('StructTreeRoot')).toBeInstanceOf(Ref);
		expect(textOf(pdf.root.get('Lang'))).toBe('vi-VN');
		expect(pdf.dict(pdf.root.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true);
		expect(pdf.trailer.get('ID')).toEqual([expect.any(Str), expect.any(Str)]);
	});

	test('has an empty field for each signer, in order', () => {
		expect(fields().map((field) => textOf(field.get('T')))).toEqual(['secretary', 'chair']);
		expect(fields().every((field) => !field.has('V'))).toBe(true);
	});

	test('names each field to the tags by the reference itself, not by a list of one', () => {
		const parents = pdf.list(
			pdf.dict(pdf.dict(pdf.root.get('StructTreeRoot')).get('ParentTree')).get('Nums')
		);

		for (const field of fields()) {
			const tag = pdf.dict(parents[parents.indexOf(field.get('StructParent') ?? null) + 1]);
			expect(isName(tag.get('S'), 'Form')).toBe(true);
			expect(tag.get('K')).toBeInstanceOf(Map);
			expect(isName(pdf.dict(tag.get('K')).get('Type'), 'OBJR')).toBe(true);
		}
	});

	test('orders the keys of its first page, and of each page with a field, by the tags', () => {
		const withFields = pdf.pages().filter((page, i) => i === 0 || pdf.dict(page).has('Annots'));

		expect(withFields.length).toBeGreaterThan(0);
		for (const page of withFields) expect(isName(pdf.dict(page).get('Tabs'), 'S')).toBe(true);
	});

	test('has an empty appearance in each field that is already a packed stream', () => {
		for (const field of fields()) {
			const appearance = pdf.stream(pdf.dict(field.get('AP')).get('N'));
			expect(isName(appearance.dict.get('Filter'), 'FlateDecode')).toBe(true);
			expect(contentOf(appearance)).toHaveLength(0);
		}
	});

	test('is the same, byte by byte, when it is set again', async () => {
		expect((await typesetRecord(minutes, day1)).bytes).toEqual(pdf.bytes);
	});
});

import { describe, expect, test } from 'vitest';
import { excerptOf, findIn, searchable, wantedOf } from '#domain/documents/finding.ts';
import { paperContent, papers } from '../../support/demo/papers.ts';

/** What stands at each place at which it is found. */
function found(text: string, typed: string): string[] {
	const wanted = wantedOf(typed);
	return wanted ? findIn(searchable(text), wanted).map(({ start, end }) => text.slice(start, end)) : [];
}
const linked = 'Còn 31 xã có đường truyền chưa đạt chuẩn họp trực tuyến.';
const spent = 'Chi thường xuyên năm 2027 là 9.846,5 tỷ đồng, tăng 6,2%.';

describe('what is typed without marks', () => {
	test.each([
		['duong truyen', 'đường truyền'],
		['DUONG TRUYEN', 'đường truyền'],
		['dat chuan', 'đạt chuẩn'],
		['31 xa', '31 xã'],
		['truc tuyen.', 'trực tuyến.']
	])('%s finds %s', (typed, stands) => {
		expect(found(linked, typed)).toEqual([stands]);
	});

	test('is found across lines and several spaces, and in decomposed text', () => {
		expect(found('đường\n  truyền', 'duong truyen')).toEqual(['đường\n  truyền']);
		expect(found(linked.normalize('NFD'), 'duong truyen')).toEqual(['đường truyền'.normalize('NFD')]);
	});

	test('is found as often as it stands there', () => {
		expect(found('Xã A, xã B và thị xã C', 'xa')).toEqual(['Xã', 'xã', 'xã']);
	});

	test('of which nothing is left finds nothing', () => {
		for (const typed of ['', '   ', '""', '“ ”', '\u0301']) expect(wantedOf(typed)).toBeNull();
	});
});

describe('what is typed with marks', () => {
	test('is found with those marks, wherever in the word they sit', () => {
		expect(found('tỉnh, tính, tình', 'tính')).toEqual(['tính']);
		expect(found('hoà giải và hòa giải', 'hòa')).toEqual(['hoà', 'hòa']);
		expect(found('dân và đân', 'đân')).toEqual(['đân']);
	});

	test('leaves words without marks open', () => {
		expect(found('đường truyền, đường truyện', 'duong truyền')).toEqual(['đường truyền']);
	});
});

describe('a number', () => {
	test.each(['9.846,5', '9846,5', '9.846', '9846'])('typed as %s is found in 9.846,5', (typed) => {
		expect(found(spent, typed)).toHaveLength(1);
	});

	test.each(['846,5', '9.84', '46,5', '027', '8465'])('%s is no part of another', (typed) => {
		expect(found(spent, typed)).toEqual([]);
	});

	test('is a whole one: 1.200.000 is not in 1.411.200.000', () => {
		expect(found('Kinh phí năm 2027 là 1.411.200.000 đồng.', '1.200.000')).toEqual([]);
		expect(found('Mức hỗ trợ là 1.200.000 đồng/người/tháng.', '1200000')).toEqual(['1.200.000']);
	});

	test('keeps the point behind a date or a paragraph', () => {
		expect(found('1.2. Ngày 08.12.2026', '1.2.')).toEqual(['1.2.']);
		expect(found('1.2. Ngày 08.12.2026', '08.12.2026')).toEqual(['08.12.2026']);
		expect(found('1.2. Ngày 08.12.2026', '2026')).toEqual(['2026']);
	});
});

describe('a phrase in quotation marks', () => {
	test('is found as it is written, letters small or large', () => {
		expect(found(linked, '"đường truyền chưa"')).toEqual(['đường truyền chưa']);
		expect(found(linked, '“Đường truyền”')).toEqual(['đường truyền']);
		expect(found(linked, '"đường truyền đạt chuẩn"')).toEqual([]);
		expect(found(linked, '"duong truyen"')).toEqual([]);
	});

	test('is whole words', () => {
		expect(found('xã và xãhội', '"xã"')).toEqual(['xã']);
	});

	test('that is not closed yet is looked for as far as it is typed', () => {
		expect(found(linked, '"đường truyền')).toEqual(['đường truyền']);
	});
});

describe('in the papers of the session', () => {
	const pagesWith = (typed: string) =>
		papers.flatMap(({ symbol, versions }) =>
			versions.flatMap((_, at) =>
				paperContent(symbol, at + 1, { year: 2026, month: 11, day: 18 }).pages.flatMap(
					({ heading, paragraphs, table }, page) => {
						const text = [heading, ...paragraphs, ...(table?.rows.flat() ?? [])].join('\n');
						return found(text, typed).length > 0 ? [`${symbol} v${at + 1} p${page + 1}`] : [];
					}
				)
			)
		);

	test.each([
		['duong truyen', ['405/BC-UBND v1 p9', '407/BC-UBND v1 p2']],
		['"đường truyền đạt chuẩn"', ['407/BC-UBND v1 p2']],
		['9.846,5', ['313/TTr-UBND v1 p7', '313/TTr-UBND v1 p11', '54/BC-KTNS v1 p4']],
		['9846,5', ['313/TTr-UBND v1 p7', '313/TTr-UBND v1 p11', '54/BC-KTNS v1 p4']],
		['ban kiem phieu', ['41/TTr-HĐND v1 p4']],
		['1.200.000', ['315/TTr-UBND v1 p5']]
	])('%s stands where the case says', (typed, places) => {
		expect(pagesWith(typed)).toEqual(places);
	});
});

describe('the words around a place', () => {
	test('are whole ones, with dots where the text goes on', () => {
		const at = linked.indexOf('đường');

		const excerpt = excerptOf(linked, { start: at, end: at + 'đường truyền'.length }, 10);

		expect(excerpt).toEqual({ before: '… 31 xã có ', found: 'đường truyền', after: ' chưa đạt …' });
	});

	test('begin and end with the text', () => {
		expect(excerptOf('một hai ba', { start: 4, end: 7 })).toEqual({
			before: 'một ',
			found: 'hai',
			after: ' ba'
		});
	});
});

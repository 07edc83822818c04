// The six papers of the demo, as a reader finds them: pages, words, and the one page that lies across.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { typesetPaper } from '../../../src/server/records/typeset.ts';
import { paperContent, papers } from '../../support/demo/papers.ts';
import { emptyFolder, judge } from '../../support/records.ts';

const folder = emptyFolder();
const date = { year: 2026, month: 11, day: 24 };
const all = papers.flatMap((paper) => paper.versions.map((_, i) => ({ ...paper, version: i + 1 })));
const fileOf = (symbol: string, version: number) => `${symbol.replace('/', '-')}-v${version}.pdf`;
const pagesOf = (symbol: string, version: number) =>
	judge(folder, 'pdftotext', '-layout', fileOf(symbol, version), '-')
		.normalize('NFC')
		.split('\f')
		.slice(0, -1);
const flat = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');

beforeAll(async () => {
	for (const { symbol, version } of all)
		fs.writeFileSync(
			path.join(folder, fileOf(symbol, version)),
			await typesetPaper(paperContent(symbol, version, date))
		);
});

test('there are seven files: six papers, one in two versions, 72 pages in all', () => {
	const counts = all.map(({ symbol, version }) => pagesOf(symbol, version).length);

	expect(all).toHaveLength(7);
	expect(counts.reduce((sum, count) => sum + count)).toBe(72);
});

describe.each(all)('$symbol, version $version', ({ symbol, version, pages, versions }) => {
	test('has its pages, each with symbol and place', () => {
		const read = pagesOf(symbol, version);

		expect(read).toHaveLength(pages);
		read.forEach((page, i) =>
			expect(flat(page)).toMatch(new RegExp(`^ ?${symbol} Trang ${i + 1}/${pages} `))
		);
	});

	test('has its sentences once, on the pages that the case names', () => {
		const read = pagesOf(symbol, version).map(flat);

		for (const [page, sentence] of Object.entries(versions[version - 1] ?? {}))
			expect(read.flatMap((text, i) => (text.includes(sentence) ? [i + 1] : []))).toEqual([Number(page)]);
	});

	test('is tagged PDF/A-3a, well formed, with every font inside', () => {
		const file = fileOf(symbol, version);

		expect(judge(folder, 'qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
		expect(judge(folder, 'pdfinfo', '-meta', file)).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
		expect(judge(folder, 'pdffonts', file)).not.toMatch(/ no +(yes|no) +(yes|no) +\d/);
	});
});

test('the budget page of 313/TTr-UBND lies across and has its four figures', () => {
	const info = judge(folder, 'pdfinfo', '-f', '7', '-l', '8', fileOf('313/TTr-UBND', 1));
	const page = flat(pagesOf('313/TTr-UBND', 1)[6]);

	expect(info).toMatch(/Page +7 size: +841\.89 x 595\.2\d* pts/);
	expect(info).toMatch(/Page +8 size: +595\.2\d* x 841\.89 pts/);
	expect(page).toMatch(/chi đầu tư 2\.321,5 chi thường xuyên 9\.846,5 dự phòng 312,0 tổng chi 12\.480,0/);
});

test('the versions of 315/TTr-UBND differ on pages 1, 5 and 7 and on no other', () => {
	const [first, second] = [pagesOf('315/TTr-UBND', 1), pagesOf('315/TTr-UBND', 2)];

	expect(first.flatMap((page, i) => (page === second[i] ? [] : [i + 1]))).toEqual([1, 5, 7]);
});

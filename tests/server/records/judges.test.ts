// What tools that we did not write say of our records.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACHED_AS, type AnyRecordContent } from '../../../src/domain/records/content.ts';
import { below, dottedOf, readDer } from '../../../src/domain/records/der/read.ts';
import { OID } from '../../../src/domain/records/der/oid.ts';
import { Pdf } from '../../../src/domain/records/pdf/pdf.ts';
import { signaturesIn } from '../../../src/domain/records/pdf/signatures.ts';
import { canonicalBytes } from '../../../src/lib/canonical-json.ts';
import { emptyFolder, judge, minutes, newKeyHome, resolution, stagesOf } from '../../support/records.ts';

const home = newKeyHome();
const folder = emptyFolder();
const kinds: readonly (readonly [string, AnyRecordContent])[] = [
	['minutes', minutes],
	['resolution', resolution]
];
const at = (name: string) => path.join(folder, name);

/** Lays out what openssl needs: content, container, time stamp and stamped value of each signature. */
function extract(name: string, file: Uint8Array): number {
	const found = signaturesIn(new Pdf(file));
	found.forEach(({ covered }, i) => {
		if (!covered) throw new Error('the signature covers nothing');
		const signer = below(readDer(covered.container), 1, 0, -1, 0);
		const unsigned = signer.kids.find((kid) => kid.tag === 0xa1)?.kids ?? [];
		const stamp = unsigned.find((one) => dottedOf(below(one, 0)) === OID.timeStampToken);
		if (!stamp) throw new Error('the signature has no time stamp');
		fs.writeFileSync(at(`${name}-${i}.content`), covered.content);
		fs.writeFileSync(at(`${name}-${i}.cms`), covered.container);
		fs.writeFileSync(at(`${name}-${i}.token`), below(stamp, 1, 0).raw);
		fs.writeFileSync(at(`${name}-${i}.value`), signer.kids.find((kid) => kid.tag === 0x04)?.body ?? '');
	});
	return found.length;
}

beforeAll(async () => {
	for (const [name, content] of kinds) {
		const stages = await stagesOf(content, home);
		stages.forEach((file, stage) => fs.writeFileSync(at(`${name}-stage${stage}.pdf`), file));
		fs.writeFileSync(at(`${name}.pdf`), stages.at(-1) ?? '');
	}
	fs.writeFileSync(at('root.der'), await home.root());
	judge(folder, 'openssl', 'x509', '-inform', 'DER', '-in', 'root.der', '-out', 'root.pem');
});

describe.each(kinds)('the signed %s', (name, content) => {
	test('hold for openssl: each signature over its bytes, each time stamp over its signature', () => {
		const count = extract(name, new Uint8Array(fs.readFileSync(at(`${name}.pdf`))));

		expect(count).toBe(2);
		for (let i = 0; i < count; i++) {
			const one = `${name}-${i}`;
			const trusted = ['-CAfile', 'root.pem', '-attime', '1797000000'];
			const cms = [
				'-inform',
				'DER',
				'-in',
				`${one}.cms`,
				'-content',
				`${one}.content`,
				'-binary',
				'-purpose',
				'any'
			];
			expect(judge(folder, 'openssl', 'cms', '-verify', '-cades', ...cms, ...trusted, '-out', 'out')).toMatch(
				/CAdES Verification successful|Verification successful/i
			);
			const token = ['-data', `${one}.value`, '-token_in', '-in', `${one}.token`, ...trusted];
			expect(judge(folder, 'openssl', 'ts', '-verify', ...token)).toContain('Verification: OK');
		}
	});

	test('are valid for pdfsig, and the last signature covers the whole file', () => {
		const said = judge(folder, 'pdfsig', '-nocert', `${name}.pdf`);

		expect(said.match(/Signature is Valid/g)).toHaveLength(2);
		expect(said.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
		expect(said.match(/\n {2}- Total document signed/g)).toHaveLength(1);
	});

	test('are well formed for qpdf at every stage', () => {
		for (const stage of [0, 1, 2])
			expect(judge(folder, 'qpdf', '--check', `${name}-stage${stage}.pdf`)).toContain(
				'No syntax or stream encoding errors'
			);
	});

	test('have every font inside, and only Tinos', () => {
		const rows = judge(folder, 'pdffonts', `${name}.pdf`)
			.split('\n')
			.filter((row) => /^[A-Z]{6}\+/.test(row));

		expect(rows.length).toBeGreaterThan(2);
		for (const row of rows)
			expect(row).toMatch(/^[A-Z]{6}\+Tinos\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
	});

	test('carry the data from which the pages were set', () => {
		judge(folder, 'pdfdetach', '-save', '1', '-o', 'data.json', `${name}.pdf`);

		expect(judge(folder, 'pdfdetach', '-list', `${name}.pdf`)).toContain(ATTACHED_AS);
		expect(new Uint8Array(fs.readFileSync(at('data.json')))).toEqual(canonicalBytes(content));
	});

	test('give their words back as text, with every mark', () => {
		const text = judge(folder, 'pdftotext', '-layout', `${name}.pdf`, '-').normalize('NFC');

		expect(text).toContain(`Số: ${content.number}`);
		expect(text).toContain('Minh Giang, ngày 09 tháng 12 năm 2026');
		expect(text).toContain(content.code);
	});
});

test('what looks like an order to the typesetter is printed as it was written', () => {
	const text = judge(folder, 'pdftotext', '-layout', 'minutes.pdf', '-');

	expect(text).toContain('#let x = *đậm* $x$ <nhãn> "lời" \\ @tham');
});

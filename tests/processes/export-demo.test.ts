import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

describe('the export of the demo', () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-exported-'));
	const read = (name: string) => fs.readFileSync(path.join(folder, name));
	beforeAll(() => {
		const env = {
			...process.env,
			DATABASE_URL: '',
			DATABASE_OWNER_URL: '',
			NGHISU_DATA: path.join(folder, 'none')
		};
		execFileSync(process.execPath, ['scripts/nghisu.ts', 'export-demo', folder], { env, stdio: 'pipe' });
	});
	afterAll(() => fs.rmSync(folder, { recursive: true }));

	test('has a sum for each of its files', () => {
		const lines = read('SHA256SUMS').toString().trimEnd().split('\n');
		const said = lines.map((line) => line.split('  '));

		expect(said.map(([, name]) => name).toSorted()).toEqual(
			fs
				.readdirSync(folder)
				.filter((name) => name !== 'SHA256SUMS')
				.toSorted()
		);
		for (const [sum, name = ''] of said)
			expect(createHash('sha256').update(read(name)).digest('hex')).toBe(sum);
	});

	test('has the signed records, which pdfsig finds whole', () => {
		const records = fs.readdirSync(folder).filter((name) => name.endsWith('.pdf'));

		expect(records.length).toBeGreaterThanOrEqual(2);
		for (const name of records) {
			const said = execFileSync('pdfsig', ['-nocert', path.join(folder, name)], { encoding: 'utf8' });
			expect(said.match(/Signature is Valid/g)?.length, said).toBe(2);
		}
	});

	test('has the trial root and its list of certificates taken back', () => {
		const [root, list] = ['ca.pem', 'crl.pem'].map((name) => path.join(folder, name));

		execFileSync('openssl', ['crl', '-in', list ?? '', '-CAfile', root ?? '', '-noout'], { stdio: 'pipe' });
		expect(read('ca.pem').toString()).toContain('BEGIN CERTIFICATE');
	});

	test('has the journal without holes, an entry a line', () => {
		const [journal = ''] = fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
		const entries = read(journal)
			.toString()
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));

		expect(entries[0].event.type).toBe('meeting.called');
		expect(entries.map(({ event }) => event.type)).toContain('voting.announced');
	});
});

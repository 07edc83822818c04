import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-migrations-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

test('the migrations make the tables that the code declares: npm run db:generate writes what is missing', () => {
	fs.cpSync('drizzle', folder, { recursive: true });
	const before = fs.readdirSync(folder).toSorted();
	const schema = ['--dialect', 'postgresql', '--schema', './src/server/*/tables.ts'];
	const program = ['node_modules/drizzle-kit/bin.cjs', 'generate', ...schema];

	execFileSync(process.execPath, [...program, '--out', path.relative('.', folder)], { stdio: 'pipe' });

	expect(fs.readdirSync(folder).toSorted()).toEqual(before);
});

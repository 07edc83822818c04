import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printedDocs } from '../scripts/docs.ts';

describe('the printed pages', async () => {
	const printed = await printedDocs();

	test.each(Object.keys(printed))('%s is what the code says: npm run docs prints it anew', (file) => {
		expect(fs.readFileSync(file, 'utf8')).toBe(printed[file]);
	});
});

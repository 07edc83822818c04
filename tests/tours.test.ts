import fs from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The code on the page, each piece with the file that was named last before it. */
function pieces(page: string) {
	const found: { file: string; code: string }[] = [];
	let file = '';
	for (const [, named, code] of page.matchAll(
		/`((?:src|tests)\/[^`\s]+\.(?:ts|svelte))`|```ts\n([^]*?)```/g
	)) {
		if (named) file = named;
		for (const piece of code?.split('…') ?? []) found.push({ file, code: piece });
	}
	return found;
}
const plain = (text: string) =>
	text
		.replace(/\s+/g, ' ')
		.replace(/,(?= ?[)}\]])/g, '')
		.trim();

describe('the tours of ARCHITECTURE.md', () => {
	const page = fs.readFileSync('ARCHITECTURE.md', 'utf8');

	test.each(pieces(page))('$file has the code that the page shows of it', ({ file, code }) => {
		expect(plain(fs.readFileSync(file, 'utf8'))).toContain(plain(code));
	});

	test('every file that the page names is there', () => {
		const named = [...page.matchAll(/`((?:src|tests|scripts|docs|infra)\/[\w./[\]()+-]+\.\w+)`/g)].map(
			([, file = '']) => file
		);

		expect(named.filter((file) => !fs.existsSync(file))).toEqual([]);
	});

	test('every module that the page lists is in the order of the rules', () => {
		const order: string[] = JSON.parse(fs.readFileSync('modules.json', 'utf8'));
		const table = page.slice(page.indexOf('## 3 The modules'), page.indexOf('_Live_ work'));

		expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(order);
	});
});

describe('README', () => {
	const readme = fs.readFileSync('README.md', 'utf8');

	test('names only commands that there are', () => {
		const { scripts }: { scripts: Record<string, string> } = JSON.parse(
			fs.readFileSync('package.json', 'utf8')
		);
		const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);

		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});

	test('links only to files that are there', () => {
		const linked = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file = '']) => file);

		expect(linked.filter((file) => !fs.existsSync(file))).toEqual([]);
	});
});

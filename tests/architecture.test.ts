import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsOfServer } from '../scripts/docs.ts';
import { policy } from '#domain/access/policy.ts';
import { sentences } from '#i18n/refusals.ts';
import { liveCommands } from '#server/registry.ts';
import { planted } from './support/planted.ts';

const sources = fs.globSync('src/**/*.{ts,svelte}').filter((file) => !file.startsWith('src/i18n/messages/'));
const textOf = (file: string) => fs.readFileSync(file, 'utf8');

describe('the import rules', () => {
	type Violation = { readonly from: string; readonly rule: { readonly name: string } };
	const circle = ['src/domain/voting/p27.ts', 'src/domain/voting/p28.ts'];
	let copy = '';
	let violations: readonly Violation[] = [];
	beforeAll(() => {
		copy = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-rules-'));
		for (const file of [
			'src',
			'package.json',
			'tsconfig.json',
			'.svelte-kit',
			'modules.json',
			'.dependency-cruiser.cjs'
		])
			fs.cpSync(file, path.join(copy, file), { recursive: true });
		fs.symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
		for (const { file, text } of planted) {
			fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
			fs.writeFileSync(path.join(copy, file), text);
		}
		violations = violationsIn(copy);
	});
	afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

	test.each(planted.filter(({ rule }) => rule))('$rule catches $file', ({ file, rule }) => {
		// a circle is said of one of its two files
		const caught = violations
			.filter(({ from }) => from === file || circle.includes(from))
			.map(({ rule }) => rule.name);

		expect(caught).toContain(rule);
	});

	test('refuse nothing that only looks like a breach', () => {
		const breaches = [...circle, ...planted.filter(({ rule }) => rule).map(({ file }) => file)];
		const wrongly = violations.filter(({ from }) => !breaches.includes(from));

		expect(wrongly.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
	});

	function violationsIn(folder: string): readonly Violation[] {
		const program = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
		const args = [program, 'src', '--config', '.dependency-cruiser.cjs', '-T', 'json'];
		const options = { cwd: folder, maxBuffer: 1e9, encoding: 'utf8' } as const;
		return JSON.parse(failing(() => execFileSync(process.execPath, args, options))).summary.violations;
	}
	/** It fails when it finds something: what it found is what it said. */
	function failing(work: () => string): string {
		try {
			return work();
		} catch (error) {
			if (error instanceof Error && 'stdout' in error) return String(error.stdout);
			throw error;
		}
	}
});

describe('commands and queries', async () => {
	const commands = await commandsOfServer();
	const tests = fs.globSync('tests/{server,processes}/**/*.test.ts').map(textOf).join('\n');

	test.each(commands)('$name needs a permission that exists', ({ needs }) => {
		expect(Object.keys(policy)).toContain(needs);
	});

	test.each(commands)('$name has a test on the server', ({ identifier, name }) => {
		expect(new RegExp(`\\b${identifier}\\b`).test(tests) || tests.includes(`'${name}'`)).toBe(true);
	});

	test('have names of their own', () => {
		const names = commands.map(({ name }) => name);

		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	});

	test('that are live are all in the registry', () => {
		const live = commands.filter(({ kind }) => kind === 'live').map(({ name }) => name);

		expect(liveCommands.map(({ name }) => name).toSorted()).toEqual(live);
	});
});

describe('refusals', () => {
	const codes = new Set(
		sources
			.filter((file) => /^src\/(lib|domain|server)\//.test(file))
			.flatMap((file) => [...textOf(file).matchAll(/\bcode: '([a-zA-Z]+)'/g)].map(([, code]) => code ?? ''))
	);

	test.each([...codes])('%s has a sentence', (code) => {
		expect(Object.keys(sentences)).toContain(code);
	});
});

describe('sizes', () => {
	test('a path is at most five folders deep, except among the routes', () => {
		const deep = sources.filter((file) => !file.startsWith('src/routes/') && file.split('/').length > 6);

		expect(deep).toEqual([]);
	});

	test('a component has at most 150 lines', () => {
		const long = sources.filter((file) => file.endsWith('.svelte') && textOf(file).split('\n').length > 151);

		expect(long).toEqual([]);
	});

	test('a server file among the routes has at most 40 lines and no SQL', () => {
		const servers = sources.filter((file) => /^src\/routes\/.*(\+server|\.server)\.ts$/.test(file));
		const wrong = servers.filter(
			(file) => textOf(file).split('\n').length > 41 || /\bsql`/.test(textOf(file))
		);

		expect(wrong).toEqual([]);
	});
});

describe('messages', () => {
	const modules = fs.readdirSync('messages/vi');
	const keysOf = (locale: string, file: string) =>
		Object.keys(JSON.parse(textOf(`messages/${locale}/${file}`)));

	test.each(modules)('%s says the same in both languages', (file) => {
		expect(keysOf('en', file).toSorted()).toEqual(keysOf('vi', file).toSorted());
	});

	test.each(modules)('%s has keys that begin with its name', (file) => {
		const module = file.replace('.json', '');
		const others = keysOf('vi', file).filter((key) => key !== '$schema' && !key.startsWith(`${module}_`));

		expect(others).toEqual([]);
	});

	/** Without comments and names. */
	const said = (file: string) =>
		textOf(file)
			.replace(/<!--[^]*?-->|\/\*[^]*?\*\/|\/\/ .*$/gm, '')
			.replaceAll(/Nghị Sự|Tiếng Việt/g, '');

	test('no component has Vietnamese of its own', () => {
		const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
		const spoken = sources.filter((file) => file.endsWith('.svelte') && vietnamese.test(said(file)));

		expect(spoken).toEqual([]);
	});
});

describe('settings', () => {
	test('no file of the source reads a variable of the environment that is none', () => {
		const settings = textOf('docs/settings.md');
		const read = sources.flatMap((file) =>
			[...textOf(file).matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name = '']) => ({ file, name }))
		);

		expect(read.filter(({ name }) => !settings.includes(`\`${name}\``))).toEqual([]);
	});
});

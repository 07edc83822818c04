// The functions that a real tender asked for, and which story shows each. A story says so in its own code, by `shows(25)`.
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
export type TenderFunction = {
	readonly n: number;
	readonly group: string;
	readonly vi: string;
	readonly en: string;
	readonly module: string;
	/** The files of the stories, or null. */
	readonly story: string | null;
};

/** The functions with the stories as they are now. Fails where a story shows one that the tender does not have. */
export function tender(): TenderFunction[] {
	const all: TenderFunction[] = JSON.parse(fs.readFileSync(path.join(root, 'docs/tender.json'), 'utf8'));
	const shown = shownByStories();
	const unknown = [...shown.keys()].filter((n) => !all.some((one) => one.n === n));
	if (unknown.length) throw new Error(`the tender has no function ${unknown.join(', ')}`);
	return all.map((one) => ({ ...one, story: shown.get(one.n)?.join(', ') ?? null }));
}

function shownByStories(): ReadonlyMap<number, readonly string[]> {
	const shown = new Map<number, string[]>();
	for (const file of fs.globSync('tests/e2e/**/*.test.ts', { cwd: root }).toSorted()) {
		const source = fs.readFileSync(path.join(root, file), 'utf8');
		for (const n of new Set(numbersIn(source))) shown.set(n, [...(shown.get(n) ?? []), file]);
	}
	return shown;
}

const numbersIn = (source: string) =>
	[...source.matchAll(/\bshows\(([\d,\s]+)\)/g)].flatMap(([, list = '']) => list.split(',').map(Number));

/** One function a line. */
export const tenderPage = (functions: readonly TenderFunction[]): string =>
	`[\n${functions.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`;

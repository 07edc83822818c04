// The programs that check and test, each with its count. A check that is not made of tests counts as one.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './child.ts';

export type Count = { readonly passed: number; readonly failed: number };
type Env = Record<string, string | undefined>;

const vitestProgram = 'node_modules/vitest/vitest.mjs';
const playwrightProgram = 'node_modules/@playwright/test/cli.js';
const reports = () => fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-report-'));

export const sum = (counts: readonly Count[]): Count => ({
	passed: counts.reduce((all, { passed }) => all + passed, 0),
	failed: counts.reduce((all, { failed }) => all + failed, 0)
});

/** Runs a program that says by its status whether all is well; what it says is shown when it is not. */
export async function check(script: string, ...args: string[]): Promise<Count> {
	const { status, said } = await run(process.execPath, [script, ...args], { quiet: true });
	if (status !== 0) process.stderr.write(said);
	return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The tests of some of Vitest's projects. A test that is skipped is one that failed. */
export async function vitest(
	projects: readonly string[],
	{ filters = [], env = {} }: { filters?: readonly string[]; env?: Env } = {}
) {
	const folder = reports();
	const file = path.join(folder, 'vitest.json');
	const chosen = projects.flatMap((project) => ['--project', project]);
	const report = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	const { status } = await run(process.execPath, [vitestProgram, 'run', ...chosen, ...report, ...filters], {
		env
	});
	const count = counted(file, status, vitestCount);
	fs.rmSync(folder, { recursive: true });
	return count;
}

/** The stories in a real browser. */
export async function playwright(filters: readonly string[] = []): Promise<Count> {
	const folder = reports();
	const file = path.join(folder, 'stories.json');
	const args = [playwrightProgram, 'test', '--reporter=list,json', ...filters];
	const { status } = await run(process.execPath, args, { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
	const count = counted(file, status, playwrightCount);
	fs.rmSync(folder, { recursive: true });
	return count;
}

/** A runner that fails without a failed test, or without a report, has failed once. */
function counted(file: string, status: number, read: (report: unknown) => Count): Count {
	const count = fs.existsSync(file)
		? read(JSON.parse(fs.readFileSync(file, 'utf8')))
		: { passed: 0, failed: 0 };
	const silent = count.failed === 0 && (status !== 0 || count.passed === 0);
	return silent ? { ...count, failed: 1 } : count;
}

type Vitest = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
};
function vitestCount(report: unknown): Count {
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Vitest;
	return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
}

type Stories = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
function playwrightCount(report: unknown): Count {
	const { expected, unexpected, flaky, skipped } = (report as Stories).stats;
	return { passed: expected, failed: unexpected + flaky + skipped };
}

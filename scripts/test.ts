// `npm test`: everything that the gate runs, cheap first, up to the first part that fails. With words it runs the rules
// and server tests whose files have them in their names; `stories` runs the stories alone.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfChanged } from './built.ts';
import { debianPostgres, hasWebkit, installNeeded } from './debian.ts';
import { findLivekit } from './livekit-binary.ts';
import { buildLivekit } from './livekit-build.ts';
import { atEnd, end, endWithParent } from './lifetime.ts';
import { startPostgres } from './postgres.ts';
import { check, playwright, sum, vitest, type Count } from './runners.ts';
import { elapsedMs, say } from './say.ts';

type Part = { readonly name: string; run(): Promise<Count> };

/** Leaves out whatever needs a video server; the last lines say so. */
const withoutVideo = process.env.WITHOUT_VIDEO === '1';

const everything: readonly Part[] = [
	{ name: 'types, style, import rules', run: checks },
	{ name: 'the repository', run: () => vitest(['repository']) },
	{ name: 'rules', run: () => vitest(['rules']) },
	{ name: 'server', run: () => vitest(['server']) },
	{ name: 'server on PostgreSQL 15', run: serverOnDebians },
	{ name: 'components', run: () => vitest(['components']) },
	...(withoutVideo
		? []
		: [
				{ name: 'video server', run: videoServer },
				{ name: 'video', run: () => vitest(['video', 'call']) }
			]),
	{ name: 'records', run: () => vitest(['records']) },
	{ name: 'build', run: build },
	{ name: 'stories', run: () => playwright() },
	{ name: 'processes', run: () => vitest(['processes']) }
];

async function checks(): Promise<Count> {
	const first = [
		await check('node_modules/@inlang/paraglide-js/bin/run.js', ...messages),
		await check('node_modules/@sveltejs/kit/svelte-kit.js', 'sync')
	];
	const types = check('node_modules/svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json');
	const style = check('node_modules/eslint/bin/eslint.js', '.');
	const rest = [
		await style,
		await check('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
		await check('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...importRules)
	];
	return sum([...first, ...rest, await types]);
}
const messages = ['compile', '--project', './project.inlang', '--outdir', './src/i18n/messages', '--silent'];
const importRules = ['src', '--config', '.dependency-cruiser.cjs'];

/** Debian's own server, in a folder that goes with the run; the product promises to work from 15 on. */
async function serverOnDebians(): Promise<Count> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-15-'));
	const server = await startPostgres({ dir: path.join(folder, 'pg'), bin: debianPostgres, fast: true });
	const close = async () => {
		await server.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	};
	atEnd(close);
	const count = await vitest(['server'], { env: { ADMIN_URL: server.adminUrl } });
	await close();
	return count;
}

/** Found, or built once into the user's cache: without it there is nothing to test video with. */
async function videoServer(): Promise<Count> {
	const found = findLivekit();
	if ('file' in found) return { passed: 1, failed: 0 };
	const late = AbortSignal.timeout(5 * 60_000);
	try {
		if (!('build' in found))
			throw new Error('there is neither a livekit-server nor a Go that could build it');
		await buildLivekit(found.build, late);
		return { passed: 1, failed: 0 };
	} catch (error) {
		say(`no video server: ${error instanceof Error ? error.message : String(error)}`);
		say('  with WITHOUT_VIDEO=1 the tests that need one are left out');
		return { passed: 0, failed: 1 };
	}
}

/** What a run without a video server, or without WebKit, has not seen. */
function leftOut() {
	const files = fs.globSync('tests/**/*.livekit.test.ts');
	const video = withoutVideo ? `WITHOUT VIDEO: ${files.length} files of tests were left out\n` : '';
	const webkit = process.env.WITHOUT_WEBKIT
		? 'WITHOUT WEBKIT: the story on an iPad did not run (Debian: webkit2gtk-driver, xvfb)\n'
		: '';
	return video + webkit;
}

async function build(): Promise<Count> {
	await buildIfChanged();
	return { passed: 1, failed: 0 };
}

const minutes = (ms: number) => `${(ms / 60_000).toFixed(1)} min`;
const took: string[] = [];

async function runParts(parts: readonly Part[]): Promise<Count> {
	const counts: Count[] = [];
	for (const part of parts) {
		say(`${part.name} …`);
		const began = elapsedMs();
		const count = await part.run();
		took.push(
			`${minutes(elapsedMs() - began).padStart(9)}  ${part.name}: ${count.passed} passed, ${count.failed} failed`
		);
		say(took.at(-1) ?? '');
		counts.push(count);
		if (count.failed) break;
	}
	return sum(counts);
}

function partsFor([first, ...rest]: readonly string[]): readonly Part[] {
	if (first === undefined) return everything;
	if (first === 'stories') return [{ name: 'stories', run: () => playwright(rest) }];
	return [
		{ name: 'chosen', run: () => vitest(['rules', 'server', 'records'], { filters: [first, ...rest] }) }
	];
}

async function main() {
	endWithParent();
	await installNeeded();
	if (!hasWebkit()) process.env.WITHOUT_WEBKIT = '1';
	const { passed, failed } = await runParts(partsFor(process.argv.slice(2)));
	process.stdout.write(`\n${took.join('\n')}\n${minutes(elapsedMs()).padStart(9)}  in all\n\n`);
	process.stdout.write(leftOut());
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	await end(failed === 0 && passed > 0 ? 0 : 1);
}

await main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.stdout.write('0 passed, 1 failed\n');
	return end(1);
});

// The build, made anew only when what it is made of has changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runNode } from './child.ts';
import { copyReaderData } from './reader-data.ts';
import { timed } from './say.ts';

const root = path.join(import.meta.dirname, '..');
const stamp = path.join(root, 'build/.stamp');
const folders = ['src', 'static', 'messages', 'typst'];
const files = [
	'package-lock.json',
	'vite.config.ts',
	'svelte.config.js',
	'tsconfig.json',
	'project.inlang/settings.json'
];
const generated = [path.join('src', 'i18n', 'messages'), path.join('static', 'pdfjs')];

/** Builds the product unless the one that is there was made of these sources. */
export async function buildIfChanged(): Promise<void> {
	const sources = hashOfSources();
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sources) return;
	copyReaderData();
	await timed('building', async () => {
		fs.rmSync(stamp, { force: true });
		await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
			cwd: root,
			env: { NODE_ENV: 'production' },
			quiet: true
		});
		fs.writeFileSync(stamp, sources);
	});
}

function hashOfSources() {
	const hash = createHash('sha256');
	const add = (file: string) => hash.update(file).update(fs.readFileSync(path.join(root, file)));
	for (const folder of folders) filesIn(folder).forEach(add);
	files.forEach(add);
	return hash.digest('hex');
}

function filesIn(folder: string): string[] {
	const whole = path.join(root, folder);
	if (generated.includes(folder) || !fs.existsSync(whole)) return [];
	return fs
		.readdirSync(whole, { withFileTypes: true })
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const file = path.join(folder, entry.name);
			return entry.isDirectory() ? filesIn(file) : [file];
		});
}

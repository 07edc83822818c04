// What pdf.js needs beside its code: character maps, standard fonts, decoders, colour profiles. Copied from its package,
// so that they always are of its version; not in the repository.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const to = path.join(import.meta.dirname, '../static/pdfjs');

/** Copies the data to `static/pdfjs` unless that version is there. */
export function copyReaderData(): void {
	const from = path.dirname(require.resolve('pdfjs-dist/package.json'));
	const { version }: { version: string } = require('pdfjs-dist/package.json');
	const stamp = path.join(to, 'version.txt');
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) return;
	fs.rmSync(to, { recursive: true, force: true });
	for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
		fs.cpSync(path.join(from, folder), path.join(to, folder), { recursive: true });
	fs.writeFileSync(stamp, version);
}

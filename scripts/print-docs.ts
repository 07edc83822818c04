import fs from 'node:fs';
import path from 'node:path';
import { printedDocs } from './docs.ts';

for (const [file, text] of Object.entries(await printedDocs())) {
	fs.writeFileSync(path.join(import.meta.dirname, '..', file), text);
	process.stdout.write(`${file}\n`);
}
process.exit(0);

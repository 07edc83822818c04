// Writes what a scene has sealed into a folder: run by export-demo on a database of its own.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { completeRecords, trialPem } from '../src/server/records/archive.ts';
import { client, transaction } from '../src/server/platform/db.ts';

const [, , folder = ''] = process.argv;
if (!path.isAbsolute(folder)) throw new Error('the whole path of a folder was expected');
fs.mkdirSync(folder, { recursive: true });

const written: string[] = [];
function write(name: string, content: string | Uint8Array) {
	fs.writeFileSync(path.join(folder, name), content);
	written.push(`${createHash('sha256').update(content).digest('hex')}  ${name}`);
}

for (const { name, bytes } of await transaction(null, completeRecords)) write(name, bytes);
const { root, revoked } = await trialPem();
write('ca.pem', root);
write('crl.pem', revoked);
// each line is an entry exactly as it is a leaf of the tree: canonical JSON
const meetings = await client<{ meeting: string }[]>`select distinct meeting from journal order by meeting`;
for (const { meeting } of meetings) {
	const rows = await client<{ bytes: Uint8Array }[]>`
		select bytes from journal where meeting = ${meeting} order by seq`;
	const lines = rows.map(({ bytes }) => `${Buffer.from(bytes).toString('utf8')}\n`);
	write(`journal-${meeting}.jsonl`, lines.join(''));
}
fs.writeFileSync(path.join(folder, 'SHA256SUMS'), `${written.join('\n')}\n`);
process.stdout.write(`${written.length} files in ${folder}\n`);
process.exit(0);

// What the video server says, in a file of the data folder: without tokens, and never longer than two times ten megabytes.
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import readline from 'node:readline';

const mostBytes = 10 * 1024 * 1024;

/** A token is three parts of base64url; with or without a name before it. */
export const withoutTokens = (line: string): string =>
	line
		.replace(/eyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, '[token]')
		.replace(/((?:access_token|join_request)=)[^&"\s\\]+/g, '$1[left out]');

/** Appends every line; the file that is full becomes the one before. */
export function logTo(file: string, { stdout, stderr }: ChildProcess): void {
	let sizeBytes = fs.existsSync(file) ? fs.statSync(file).size : 0;
	function write(line: string) {
		const text = `${withoutTokens(line)}\n`;
		if (sizeBytes > mostBytes) {
			fs.renameSync(file, `${file}.before`);
			sizeBytes = 0;
		}
		fs.appendFileSync(file, text, { mode: 0o600 });
		sizeBytes += Buffer.byteLength(text);
	}
	for (const input of [stdout, stderr]) if (input) readline.createInterface({ input }).on('line', write);
}

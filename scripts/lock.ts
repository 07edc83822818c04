// One start at a time in one data folder: a file with the number of the process that runs there.
import fs from 'node:fs';
import path from 'node:path';

export type Running = { readonly pid: number; readonly port: number | null };
export type Lock = {
	/** Says where it can be reached. */
	tell(port: number): void;
	release(): void;
};

/** Takes the folder, or says who has it. A file left by a process that is gone does not count. */
export function takeLock(folder: string): Lock | Running {
	fs.mkdirSync(folder, { recursive: true });
	const file = path.join(folder, 'running.json');
	for (let tries = 0; tries < 2; tries++) {
		try {
			fs.writeFileSync(file, JSON.stringify({ pid: process.pid, port: null }), { flag: 'wx' });
			return held(file);
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
			const other = read(file);
			if (other && alive(other.pid)) return other;
			fs.rmSync(file, { force: true });
		}
	}
	throw new Error(`${file} cannot be taken`);
}

/** Who runs on this data folder, if anybody. */
export function runningIn(folder: string): Running | null {
	const other = read(path.join(folder, 'running.json'));
	return other && alive(other.pid) ? other : null;
}

function held(file: string): Lock {
	return {
		tell: (port) => fs.writeFileSync(file, JSON.stringify({ pid: process.pid, port })),
		release: () => fs.rmSync(file, { force: true })
	};
}

function read(file: string): Running | null {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8'));
	} catch {
		return null; // not there, or half written by a process that died: nobody runs
	}
}

/** A number may belong to another program by now: where the system says what it runs, it must be Node. */
function alive(pid: number) {
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	const command = `/proc/${pid}/cmdline`;
	return !fs.existsSync(command) || fs.readFileSync(command, 'utf8').includes('scripts/');
}

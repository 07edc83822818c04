// The build of the video server by Go: some 90 s on an idle machine, twice that on a busy one, and 1.5 GB while it lasts.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { buildEnv, buildFlags, moduleFolder, works, type Place } from './livekit-binary.ts';
import { atEnd } from './lifetime.ts';
import { say } from './say.ts';

const source = 'github.com/livekit/livekit-server/cmd/server';
const stepMs = 15_000;
const background = 10;

/** Builds it unless another process does or did; says now and then how far it is. Fails with what Go said. */
export async function buildLivekit({ folder, file }: Place, late?: AbortSignal): Promise<string> {
	fs.mkdirSync(folder, { recursive: true });
	const release = await lockOf(folder, late);
	try {
		if (!works(file)) await build({ folder, file }, late);
		return file;
	} finally {
		release();
	}
}

async function build({ folder, file }: Place, late?: AbortSignal) {
	// what a build that was cut off has fetched and compiled serves the next one
	const work = path.join(folder, 'work');
	const unfinished = path.join(work, path.basename(file));
	fs.mkdirSync(work, { recursive: true });
	const began = Date.now();
	let compiled = 0;
	const progress = setInterval(() => {
		const seconds = Math.round((Date.now() - began) / 1_000);
		say(`  the video server is being built: ${seconds} s so far, ${compiled} packages`);
	}, stepMs);
	try {
		const args = ['build', '-v', ...buildFlags, '-o', unfinished, source];
		await go(args, { work, late, onpackage: () => (compiled += 1) });
	} finally {
		clearInterval(progress);
	}
	if (!works(unfinished)) throw new Error('the video server was built, but does not run here');
	fs.renameSync(unfinished, file);
	await fs.promises.rm(work, { recursive: true, force: true });
	say(`the video server: built in ${Math.round((Date.now() - began) / 1_000)} s`);
}

type Going = {
	readonly work: string;
	readonly late: AbortSignal | undefined;
	onpackage(): void;
};
/** Behind everything else that this machine does. */
function go(args: readonly string[], { work, late, onpackage }: Going): Promise<void> {
	const env = {
		...process.env,
		...buildEnv,
		GOMODCACHE: path.join(work, 'mod'),
		GOCACHE: path.join(work, 'build')
	};
	const child = spawn('go', args, {
		cwd: moduleFolder,
		env,
		stdio: ['ignore', 'ignore', 'pipe'],
		signal: late
	});
	child.once('spawn', () => child.pid && os.setPriority(child.pid, background));
	atEnd(async () => void child.kill('SIGINT'));
	let last = '';
	readline.createInterface({ input: child.stderr }).on('line', (line) => {
		if (/^[\w.][\w./-]*$/.test(line)) onpackage();
		else if (!line.startsWith('go: downloading')) last = line;
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) =>
			code === 0 ? resolve() : reject(new Error(last || `go ended with ${code}`))
		);
	});
}

/** One build at a time; the lock of a process that is gone does not count. */
async function lockOf(folder: string, late?: AbortSignal): Promise<() => void> {
	const file = path.join(folder, 'building');
	for (let told = false; ;) {
		try {
			fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
			return () => fs.rmSync(file, { force: true });
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		}
		if (!isAlive(file)) fs.rmSync(file, { force: true });
		else if (!told) {
			say('the video server is being built by another process: waiting for it');
			told = true;
		}
		await after(200, null, { signal: late });
	}
}

function isAlive(lock: string) {
	try {
		process.kill(Number(fs.readFileSync(lock, 'utf8')), 0);
		return true;
	} catch {
		return false; // it is gone, or its lock is
	}
}

// `npm start` as a process: what it says, where it is, what it leaves behind.
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { expect, vi } from 'vitest';

export type Started = {
	readonly process: ChildProcess;
	said(): string;
	readonly ended: Promise<number | null>;
};
export const soon = { timeout: 60_000, interval: 50 };

/** As npm does it, in a shell whose death is noticed. Without video, unless the story says otherwise. */
export function npmStart(args: readonly string[], env: Record<string, string> = {}): Started {
	const script = ['scripts/bootstrap.mjs', 'scripts/start.ts', ...args];
	const own = {
		DATABASE_URL: '',
		DATABASE_OWNER_URL: '',
		NGHISU_DEMO: '',
		NGHISU_VIDEO: 'off',
		LIVEKIT_URL: '',
		LIVEKIT_API_KEY: '',
		LIVEKIT_API_SECRET: '',
		BOOT_T0: '',
		...env
	};
	const child = spawn(process.execPath, script, {
		env: { ...process.env, ...own },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
	return {
		process: child,
		said: () => said,
		ended: new Promise<number | null>((resolve) => child.once('close', resolve))
	};
}

/** Until the last line of the self-check. */
export const ready = ({ said }: Started) => vi.waitFor(() => expect(said()).toMatch(/video {8}\S/), soon);
export const portOf = ({ said }: Started) => Number(/http:\/\/localhost:(\d+)/.exec(said())?.[1]);

export const isOpen = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = net.connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
		socket.on('error', () => resolve(false));
	});

const numbers = () => fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
/** Processes on whose command line a text stands. */
export const programsNaming = (text: string): readonly string[] =>
	numbers().filter((pid) => read(`/proc/${pid}/cmdline`).includes(text));
/** Processes of that program whose parent is the process given. */
export const childrenOf = (parent: number, program: string): readonly number[] =>
	numbers()
		.filter((pid) =>
			new RegExp(`^\\d+ \\(${program.slice(0, 15)}\\) \\S ${parent} `).test(read(`/proc/${pid}/stat`))
		)
		.map(Number);

function read(file: string) {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return ''; // it ended meanwhile
	}
}

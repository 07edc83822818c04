// Programs that a script starts: they end when it ends, and what they say goes where the script's words go.
import { spawn, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

export type Run = {
	readonly env?: Record<string, string | undefined>;
	readonly cwd?: string;
	/** Gives back what it says instead of showing it. */
	readonly quiet?: boolean;
};
export type Ended = { readonly status: number; readonly said: string };

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], { env, cwd, quiet }: Run = {}): Promise<Ended> {
	const out = quiet ? 'pipe' : 2;
	const child = spawn(program, args, {
		cwd,
		env: { ...process.env, ...env },
		stdio: ['ignore', out, out]
	});
	running.add(child);
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			running.delete(child);
			resolve({ status: code ?? (signal ? 1 : 0), said });
		});
	});
}

/** Runs a script of ours, or of a package, on the Node of this process; fails with what it said. */
export async function runNode(args: readonly string[], options: Run = {}): Promise<string> {
	const { status, said } = await run(
		process.execPath,
		['--disable-warning=ExperimentalWarning', ...args],
		options
	);
	if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${said}`.trimEnd());
	return said;
}

/** Ends whatever was started here and still runs. */
export const endChildren = (): void => running.forEach((child) => child.kill('SIGTERM'));

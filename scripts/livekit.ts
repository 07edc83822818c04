// A video server as a child of ours: started with its whole configuration, started again when it dies, ended with us.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { configOf, freePorts, loopback, mediaAddress, type Keys, type Ports } from './livekit-config.ts';
import { logTo } from './livekit-log.ts';

export type StartVideo = {
	readonly program: string;
	readonly dataFolder: string;
	readonly keys: Keys;
	readonly only: 'loopback' | 'on';
	readonly webhook: string;
	/** Looked for unless they are said. */
	readonly ports?: Ports;
	readonly log?: (text: string) => void;
};
export type Livekit = {
	/** As this machine reaches it. */
	readonly url: string;
	readonly ports: Ports;
	readonly address: string;
	pid(): number | null;
	stop(): Promise<void>;
};

const readyMs = 10_000;
const firstPauseMs = 200;
const longestPauseMs = 30_000;
/** Whoever ran that long is started again at once, as the first time. */
const steadyMs = 60_000;
const drainMs = 300;

/** Starts the server at three free ports and keeps it running until it is stopped. */
export async function startLivekit(on: StartVideo): Promise<Livekit> {
	const { ports, child } = await first(on);
	const keeper = new Keeper(on, ports, child);
	return {
		url: `http://${loopback}:${ports.http}`,
		ports,
		address: mediaAddress(on.only),
		pid: () => keeper.pid,
		stop: () => keeper.stop()
	};
}

/** A port may be taken between looking and listening: then the next three. */
async function first(on: StartVideo): Promise<{ ports: Ports; child: ChildProcess }> {
	let ports = on.ports ?? (await freePorts(on.only));
	for (let tries = 0; ; tries++) {
		const child = launch(on, ports);
		const failed = await isReady(child, ports.http);
		if (!failed) return { ports, child };
		await end(child);
		if (tries === 4) throw new Error(`the video server does not start: ${failed}`);
		ports = await freePorts(on.only, ports.http);
	}
}

function launch({ program, dataFolder, keys, only, webhook }: StartVideo, ports: Ports): ChildProcess {
	const config = configOf({ keys, ports, address: mediaAddress(only), bind: loopback, webhook });
	const [command = program, ...args] = [...dyingWithUs(), program];
	const child = spawn(command, args, {
		detached: true, // Ctrl-C is for us: we end it after what uses it
		env: { PATH: process.env.PATH, LIVEKIT_CONFIG: JSON.stringify(config) },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	logTo(path.join(dataFolder, 'livekit.log'), child);
	return child;
}

/** Where the system can do it, the server dies with us even when we are killed. */
function dyingWithUs(): readonly string[] {
	const there = spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' });
	return there.status === 0 ? ['setpriv', '--pdeathsig', 'KILL'] : [];
}

/** Waits until it answers; says why it does not. */
async function isReady(child: ChildProcess, port: number): Promise<string | null> {
	let failed: string | null = null;
	child.once('error', (error) => (failed = error.message));
	child.once('exit', (code, signal) => (failed = `it ended (${signal ?? code})`));
	const until = Date.now() + readyMs;
	while (!failed && Date.now() < until) {
		const answer = await fetch(`http://${loopback}:${port}/`).catch(() => null);
		if (answer?.ok && !failed) return null;
		await after(25);
	}
	return failed ?? 'it does not answer';
}

async function end(child: ChildProcess) {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	// the first asks it to wait until everybody has left, the second is taken at its word
	const again = setTimeout(() => child.kill('SIGTERM'), drainMs);
	const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
	await ended;
	clearTimeout(again);
	clearTimeout(late);
}

class Keeper {
	readonly #on: StartVideo;
	readonly #ports: Ports;
	#child: ChildProcess;
	#began = Date.now();
	#pauseMs = firstPauseMs;
	readonly #stopped = new AbortController();

	constructor(on: StartVideo, ports: Ports, child: ChildProcess) {
		[this.#on, this.#ports, this.#child] = [on, ports, child];
		this.#watch();
	}
	get pid(): number | null {
		const { pid, exitCode, signalCode } = this.#child;
		return exitCode === null && !signalCode ? (pid ?? null) : null;
	}
	async stop() {
		this.#stopped.abort();
		await end(this.#child);
	}

	#watch() {
		const child = this.#child;
		const gone = () => void this.#again();
		if (child.exitCode !== null || child.signalCode) return gone();
		child.once('exit', gone);
		child.once('error', () => child.pid === undefined && gone()); // it could not be started at all
	}
	async #again() {
		const { signal } = this.#stopped;
		if (signal.aborted) return;
		if (Date.now() - this.#began > steadyMs) this.#pauseMs = firstPauseMs;
		this.#on.log?.(`the video server ended: starting it again in ${this.#pauseMs / 1_000} s`);
		await after(this.#pauseMs, null, { signal }).catch(() => null);
		if (signal.aborted) return;
		this.#pauseMs = Math.min(2 * this.#pauseMs, longestPauseMs);
		this.#began = Date.now();
		this.#child = launch(this.#on, this.#ports);
		this.#watch();
	}
}

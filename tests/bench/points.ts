// How many points, each giving a picture of 320 x 180, this machine holds in one room: the wall takes all of them, each point
// takes the hall's. Clients without a browser, in processes of their own; more points until the wall gets too few pictures.
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sayVideoServer } from '#server/video/address.ts';
import { ensureRoom, tokenFor } from '#server/video/livekit.ts';
import { startVideo } from '../support/video.ts';
import { coreMs, residentBytes } from './ground.ts';

const folder = path.join(import.meta.dirname, 'rtc');
const room = 'points-of-a-bench';
const [framesPerSecond, enough] = [15, 0.9];
const mega = 1024 * 1024;

/** Fetched at the first run only: nobody else needs them. */
function fetchClients() {
	if (fs.existsSync(path.join(folder, 'node_modules/@livekit/rtc-node'))) return;
	const done = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
	if (done.status !== 0)
		throw new Error(`the clients of the video bench cannot be fetched\n${done.stdout}${done.stderr}`);
}

type Joining = { readonly identity: string; readonly gives: boolean; readonly takes: string };
type Said = { readonly id: number; readonly decoded: number };

/** A process of clients: it is told who joins, and says how many pictures it has decoded so far. */
class Clients {
	readonly #process: ChildProcess;
	readonly #url: string;
	#asked = 0;

	private constructor(url: string, process: ChildProcess) {
		[this.#url, this.#process] = [url, process];
	}
	static async start(url: string): Promise<Clients> {
		const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
		const child = fork(path.join(folder, 'clients.mjs'), { stdio: [...stdio], execArgv: [] });
		const clients = new Clients(url, child);
		await clients.#answer(0);
		return clients;
	}
	get pid() {
		return this.#process.pid ?? 0;
	}
	async join(all: readonly Joining[]): Promise<void> {
		const joins = await Promise.all(
			all.map(async ({ identity, gives, takes }) => {
				const publish: readonly 'camera'[] = gives ? ['camera'] : [];
				const may = { publish, subscribe: true, hidden: false };
				return {
					url: this.#url,
					token: await tokenFor({ room, identity, name: identity, may }),
					gives,
					takes
				};
			})
		);
		await this.#ask({ joins });
	}
	async decoded(): Promise<number> {
		return (await this.#ask({})).decoded;
	}
	end() {
		this.#process.kill('SIGKILL');
	}
	#ask(what: object): Promise<Said> {
		const id = (this.#asked += 1);
		this.#process.send({ id, ...what });
		return this.#answer(id);
	}
	#answer(id: number): Promise<Said> {
		return new Promise((resolve, reject) => {
			const gone = () => reject(new Error('the clients of the video bench ended'));
			const heard = (said: unknown) => {
				if (!isSaid(said) || said.id !== id) return;
				this.#process.off('message', heard).off('exit', gone);
				resolve(said);
			};
			this.#process.on('message', heard).once('exit', gone);
		});
	}
}
const isSaid = (said: unknown): said is Said =>
	typeof said === 'object' && said !== null && 'id' in said && 'decoded' in said;

type Use = { readonly cores: number; readonly megabytes: number };
type Held = { readonly points: number; readonly server: Use; readonly pointsUse: Use; readonly wall: Use } & {
	readonly perPoint: number;
	readonly hallsPicture: number;
	readonly machine: number;
};

/** The cores that the whole machine was busy with: idle and waiting are the rest. */
function busyMs(): number {
	const times = os.cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq);
	return times.reduce((all, one) => all + one, 0);
}

/** Adds points until the wall gets fewer than nine in ten of the pictures that are given, or `most` are in. */
export async function holdPoints({ short }: { readonly short: boolean }): Promise<void> {
	const [most, each, secondsEach] = short ? [40, 5, 5] : [60, 5, 10];
	fetchClients();
	const video = await startVideo();
	sayVideoServer({ state: 'given', ...video.address });
	await ensureRoom(room);
	const url = video.address.url.replace(/^http/, 'ws');
	const [points, wall] = [await Clients.start(url), await Clients.start(url)];
	try {
		await points.join([{ identity: 'hall', gives: true, takes: 'nobody' }]);
		await wall.join([{ identity: 'wall', gives: false, takes: 'point' }]);
		head(enough * framesPerSecond);
		let held = 0;
		for (let count = each; count <= most; count += each) {
			const joining = Array.from({ length: each }, (_, at) => `point-${count - at}`);
			await points.join(joining.map((identity) => ({ identity, gives: true, takes: 'hall' })));
			const seen = await look({ points, wall, server: video.pid() ?? 0, count, seconds: secondsEach });
			say(seen);
			if (seen.perPoint < enough * framesPerSecond) break;
			held = count;
		}
		const beyond = held + each > most ? ' (no more were tried)' : '';
		console.log(`  held: ${held} points${beyond}`);
	} finally {
		points.end();
		wall.end();
		await video.close();
	}
}

type Looked = { readonly points: Clients; readonly wall: Clients; readonly server: number };
async function look(on: Looked & { readonly count: number; readonly seconds: number }): Promise<Held> {
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
	await pause(2_000); // who has just come in is seen a moment later
	const pids = [on.server, on.points.pid, on.wall.pid];
	const [wallBefore, pointsBefore] = [await on.wall.decoded(), await on.points.decoded()];
	const [from, busy, before] = [performance.now(), busyMs(), pids.map(coreMs)];
	await pause(on.seconds * 1_000);
	const [wallAfter, pointsAfter] = [await on.wall.decoded(), await on.points.decoded()];
	const ms = performance.now() - from;
	const machine = (busyMs() - busy) / ms;
	const [server, points, wall] = pids.map((pid, at) => ({
		cores: (coreMs(pid) - (before[at] ?? 0)) / ms,
		megabytes: residentBytes(pid) / mega
	}));
	if (!server || !points || !wall) throw new Error('three processes were looked at');
	const rate = (pictures: number) => pictures / (ms / 1_000) / on.count;
	return {
		points: on.count,
		server,
		pointsUse: points,
		wall,
		perPoint: rate(wallAfter - wallBefore),
		hallsPicture: rate(pointsAfter - pointsBefore),
		machine
	};
}

const inColumns = (all: readonly string[]) =>
	console.log(`  ${all.map((one, at) => one.padStart(at === 0 ? 6 : 19)).join('')}`);
function head(least: number) {
	console.log(
		`\nPoints in one room, each giving 320 x 180 at ${framesPerSecond} pictures a second and taking the hall's; the wall takes all`
	);
	console.log(
		`  ${os.cpus().length} cores; cores and memory of each; held while the wall gets ${least.toFixed(1)} of each point`
	);
	inColumns(['points', 'wall gets of each', 'point of the hall', 'server', 'points', 'wall', 'machine']);
}
function say({ points, perPoint, hallsPicture, server, pointsUse, wall, machine }: Held) {
	const use = ({ cores, megabytes }: Use) => `${cores.toFixed(2)}, ${megabytes.toFixed(0)} MB`;
	const rates = [perPoint, hallsPicture].map((rate) => `${rate.toFixed(1)}/s`);
	const uses = [server, pointsUse, wall].map(use);
	inColumns([String(points), ...rates, ...uses, machine.toFixed(2)]);
}

// What a benchmark stands on: a database with its disk, a hall in it, and the built product as a process of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fresh } from '../../scripts/migrate.ts';
import { startPostgres } from '../../scripts/postgres.ts';

export type Percentiles = { readonly p50: number; readonly p99: number };
export function percentiles(times: readonly number[]): Percentiles {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (part: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
	return { p50: at(0.5), p99: at(0.99) };
}
const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(9);
export const row = (what: string, { p50, p99 }: Percentiles) =>
	console.log(`  ${what.padEnd(48)} p50 ${ms(p50)}   p99 ${ms(p99)}`);
export const ratio = (what: string, ours: Percentiles, floor: Percentiles) =>
	console.log(
		`  ${what.padEnd(48)} ${(ours.p50 / floor.p50).toFixed(2)} and ${(ours.p99 / floor.p99).toFixed(2)} times the floor`
	);

/** Runs a script until it says a word; the answer is the process, to be ended by its id. */
export function started(
	args: readonly string[],
	env: Record<string, string>,
	word: string
): Promise<ChildProcess> {
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	process.once('exit', () => child.kill()); // also where the bench fails
	let said = '';
	return new Promise((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk) => (said = (said + chunk).slice(-9000)).includes(word) && resolve(child));
		child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}\n${said}`)));
	});
}

/** A folder and a database with fsync, both gone when the benchmark ends. */
export async function ground() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-bench-'));
	const postgres = await startPostgres({ dir: path.join(folder, 'postgres') });
	const urls = await fresh(postgres.adminUrl, 'nghisu_bench');
	process.env.DATABASE_URL = urls.application;
	process.env.NGHISU_DATA = folder;
	const close = async () => {
		await postgres.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	};
	return { folder, urls, close };
}

/** Resident memory of a process in bytes, as Linux counts it. */
export function residentBytes(pid: number): number {
	const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024;
}

/** The time that a process and its threads have had of the cores so far, as Linux counts it: in hundredths of a second. */
export function coreMs(pid: number): number {
	const [, fields = ''] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
	const [user, system] = fields.split(' ').slice(11, 13);
	return (Number(user) + Number(system)) * 10;
}

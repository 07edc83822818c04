// The embedded PostgreSQL: the real server, on a unix socket, in a process group of its own, so that Ctrl-C reaches the
// application first and the database last.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { embeddedPrograms } from './postgres-binaries.ts';
import { runners, type Runner } from './postgres-user.ts';

export type Start = {
	/** The data folder; made when it is not there. */
	readonly dir: string;
	/** Gives up safety on the disk, for tests. */
	readonly fast?: boolean;
	/** Programs of another PostgreSQL, from 15 on. */
	readonly bin?: string;
	readonly log?: (text: string) => void;
};
export type Postgres = {
	readonly pid: number;
	/** The owner of everything, on a database of that name. */
	url(database: string): string;
	readonly adminUrl: string;
	stop(): Promise<void>;
};
type Place = {
	readonly dir: string;
	readonly socket: string;
	readonly bin: string;
	readonly runner: Runner;
	readonly fast: boolean;
};

/** Starts the server, in the first way that works here; a fresh data folder is filled first. */
export async function startPostgres({ dir, fast = false, bin, log = () => {} }: Start): Promise<Postgres> {
	const programs = bin ?? embeddedPrograms();
	fs.mkdirSync(path.dirname(dir), { recursive: true }); // with a mode it would close the parents too
	fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
	const socket = socketFolder(dir);
	const failures: string[] = [];
	for (const runner of runners(programs, dir)) {
		const place = { dir, socket, bin: programs, runner, fast };
		try {
			runner.own(dir);
			runner.own(socket);
			initialise(place);
			return running(await launch(place), socket);
		} catch (error) {
			failures.push(`as ${runner.name}: ${error instanceof Error ? error.message : String(error)}`);
			log(failures.at(-1)?.split('\n')[0] ?? '');
		}
	}
	throw new Error(`PostgreSQL does not start here\n${failures.join('\n')}`);
}

/** A socket's path has at most some 100 bytes. */
function socketFolder(dir: string) {
	const beside = `${dir}-run`;
	const short = path.join(os.tmpdir(), `pg-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`);
	const socket = beside.length > 80 ? short : beside;
	fs.mkdirSync(socket, { recursive: true, mode: 0o700 });
	return socket;
}

const env = () => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });

function initialise({ dir, bin, runner, fast }: Place) {
	if (fs.existsSync(path.join(dir, 'PG_VERSION'))) return;
	const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
	const { program, args, ...as } = runner.wrap(path.join(bin, 'initdb'), [
		...['-D', dir, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
		...(majorOf(bin) >= 17 ? builtin : ['--locale=C.UTF-8']),
		...(fast ? ['--no-sync'] : [])
	]);
	const done = spawnSync(program, args, { ...as, encoding: 'utf8', env: env() });
	if (done.status !== 0) throw new Error(`initdb: ${done.stderr || done.error?.message}`);
}

function majorOf(bin: string) {
	const { stdout } = spawnSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
	return Number(/\) (\d+)/.exec(stdout)?.[1] ?? 0);
}

function launch({ dir, socket, bin, runner, fast }: Place): Promise<ChildProcess> {
	const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
	const settings = {
		unix_socket_directories: socket,
		listen_addresses: '',
		port: 5432,
		max_connections: 100,
		shared_buffers: '128MB',
		timezone: 'UTC',
		log_timezone: 'UTC',
		...(fast ? unsafe : {})
	};
	const wanted = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const { program, args, ...as } = runner.wrap(path.join(bin, 'postgres'), ['-D', dir, ...wanted]);
	const server = spawn(program, args, {
		...as,
		detached: true,
		stdio: ['ignore', 'ignore', 'pipe'],
		env: env()
	});
	return ready(server);
}

function ready(server: ChildProcess): Promise<ChildProcess> {
	return new Promise((resolve, reject) => {
		let said = '';
		server.stderr?.on('data', (chunk) => {
			said = (said + chunk).slice(-8_000);
			if (said.includes('ready to accept connections')) resolve(server);
		});
		server.once('error', reject);
		server.once('exit', (code) => reject(new Error(`postgres ended (${code})\n${said}`)));
	});
}

function running(server: ChildProcess, socket: string): Postgres {
	const url = (database: string) =>
		`postgres://postgres@localhost/${database}?host=${encodeURIComponent(socket)}&port=5432`;
	return { pid: server.pid ?? 0, url, adminUrl: url('postgres'), stop: () => stop(server) };
}

async function stop(server: ChildProcess) {
	if (server.exitCode !== null || server.signalCode) return;
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGINT');
	const late = setTimeout(() => server.kill('SIGQUIT'), 10_000);
	await ended;
	clearTimeout(late);
}

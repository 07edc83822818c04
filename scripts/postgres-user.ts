// PostgreSQL refuses to run as root: as root it runs in a user namespace, where the files stay root's, or as another user.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export type Command = {
	readonly program: string;
	readonly args: readonly string[];
	readonly uid?: number;
	readonly gid?: number;
};
export type Runner = {
	readonly name: string;
	readonly uid: number | null;
	/** The command as it must be started so that it runs as this user. */
	wrap(program: string, args: readonly string[]): Command;
	/** Gives a folder to this user. */
	own(folder: string): void;
};

/** The ways to run the server here, the owner of an existing data folder first; only those that work. */
export function runners(bin: string, dataFolder: string): Runner[] {
	if (process.getuid?.() !== 0) return [asIs];
	const owner = fs.existsSync(path.join(dataFolder, 'PG_VERSION')) ? fs.statSync(dataFolder).uid : null;
	const possible = [...inNamespace(), ...['postgres', 'nobody'].flatMap(asUser)];
	return possible
		.toSorted((a, b) => Number(b.uid === owner) - Number(a.uid === owner))
		.filter((runner) => works(runner.wrap(path.join(bin, 'postgres'), ['--version'])));
}

const asIs: Runner = {
	name: 'this user',
	uid: null,
	wrap: (program, args) => first([...withParent(), program, ...args]),
	own: () => {}
};

/** Where util-linux is, the server dies with its parent, however that ends. */
const withParent = () =>
	process.platform === 'linux' && exists('setpriv') ? ['setpriv', '--pdeathsig', 'INT'] : [];

function first([program = '', ...args]: readonly string[], as: { uid?: number; gid?: number } = {}): Command {
	return { program, args, ...as };
}

function inNamespace(): Runner[] {
	if (!exists('unshare')) return [];
	const enter = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
	return [
		{
			name: 'a user namespace',
			uid: 0,
			wrap: (program, args) => first([...withParent(), ...enter, program, ...args]),
			own: (folder) => give(folder, 0, 0)
		}
	];
}

function asUser(name: string): Runner[] {
	const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }));
	if (uid?.status !== 0 || gid?.status !== 0) return [];
	const who = { uid: Number(uid.stdout), gid: Number(gid.stdout) };
	const become = ['--reuid', String(who.uid), '--regid', String(who.gid), '--clear-groups', '--'];
	return [
		{
			name,
			uid: who.uid,
			wrap: (program, args) =>
				withParent().length
					? first([...withParent(), ...become, program, ...args])
					: first([program, ...args], who),
			own: (folder) => give(folder, who.uid, who.gid)
		}
	];
}

function give(folder: string, uid: number, gid: number) {
	if (fs.statSync(folder).uid === uid) return;
	const walk = (file: string) => {
		fs.lchownSync(file, uid, gid);
		if (fs.lstatSync(file).isDirectory()) for (const one of fs.readdirSync(file)) walk(path.join(file, one));
	};
	walk(folder);
}

const exists = (program: string) => spawnSync(program, ['--version']).status === 0;
const works = ({ program, args, uid, gid }: Command) => spawnSync(program, args, { uid, gid }).status === 0;

// Where the program of the video server comes from: the PATH, else the user's cache, else a build by Go into that cache.
// The cache is outside the clone, so that a fresh clone finds what another one has built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const program = 'livekit-server';
/** The release that infra/livekit/go.mod names; browsers' and servers' packages were tried with it. */
export const leastVersion = [1, 13, 5] as const;
const leastGo = [1, 26] as const;

export const moduleFolder = path.join(import.meta.dirname, '../infra/livekit');
/** What the build is told; a part of the name under which its result is kept. */
export const buildFlags = ['-mod=readonly', '-ldflags', '-s -w'];
export const buildEnv = {
	CGO_ENABLED: '0',
	GOTOOLCHAIN: 'local',
	GOFLAGS: '-modcacherw -trimpath -buildvcs=false'
};

export type Missing = { readonly missing: 'go' } | { readonly missing: 'goTooOld'; readonly found: string };
export type Found = { readonly file: string } | { readonly build: Place } | Missing;
/** Where a build ends. */
export type Place = { readonly folder: string; readonly file: string };

/** The folder of the user in which everything lies that can be made anew. */
export const cacheFolder = (env = process.env) =>
	path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'nghisu', 'livekit');

/** The program that is there, or where to build it, or what is missing for that. */
export function findLivekit(env = process.env): Found {
	const onPath = fromPath(env);
	if (onPath) return { file: onPath };
	const go = said('go', ['version'], env);
	const place = go ? placeFor(go, env) : null;
	if (place && works(place.file)) return { file: place.file };
	const other = ofTheseSources(env).find(works);
	if (!place) return other ? { file: other } : { missing: 'go' };
	const version = numbers(go);
	if (isAtLeast(version, leastGo)) return { build: place };
	return other ? { file: other } : { missing: 'goTooOld', found: version.join('.') };
}

function fromPath(env: NodeJS.ProcessEnv): string | null {
	const files = (env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, program));
	return files.find((file) => fs.existsSync(file) && works(file)) ?? null;
}

/** Whether it runs here and is not older than what we were tried with. */
export const works = (file: string): boolean =>
	fs.existsSync(file) && isAtLeast(numbers(said(file, ['--version'])), leastVersion);

export const versionOf = (file: string): string => numbers(said(file, ['--version'])).join('.');

function said(command: string, args: readonly string[], env = process.env): string {
	const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', env, timeout: 10_000 });
	return status === 0 ? stdout : '';
}

const numbers = (text: string) =>
	(/(\d+)\.(\d+)(?:\.(\d+))?/.exec(text)?.slice(1) ?? []).map((n) => Number(n ?? 0));

/** Version by version; of the next great one nothing is known. */
function isAtLeast([major, ...rest]: readonly number[], [wanted, ...least]: readonly number[]) {
	if (major !== wanted) return false;
	const differs = least.findIndex((n, at) => n !== (rest[at] ?? 0));
	return differs === -1 || (rest[differs] ?? 0) > (least[differs] ?? 0);
}

/** Everything that decides what the build gives is in the name. */
function placeFor(go: string, env: NodeJS.ProcessEnv): Place {
	const how = JSON.stringify([go, buildFlags, buildEnv, process.platform, process.arch]);
	const name = `${sources()}-${shortHash(how)}`;
	const folder = path.join(cacheFolder(env), name);
	return { folder, file: path.join(folder, program) };
}

/** Without Go nobody can say how it was built: then what it was built of is enough. */
function ofTheseSources(env: NodeJS.ProcessEnv): readonly string[] {
	const folder = cacheFolder(env);
	if (!fs.existsSync(folder)) return [];
	const names = fs.readdirSync(folder).filter((name) => name.startsWith(`${sources()}-`));
	return names.map((name) => path.join(folder, name, program));
}

const shortHash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const sources = () =>
	shortHash(
		Buffer.concat(['go.mod', 'go.sum'].map((name) => fs.readFileSync(path.join(moduleFolder, name))))
	);

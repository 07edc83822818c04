// What stories and tests of whole processes stand on: the built product, one PostgreSQL without fsync, one authority that
// the test browser trusts, and scenes that are made once and then copied.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfChanged } from '../../scripts/built.ts';
import { identity } from '../../scripts/certificates.ts';
import { makeScene, type Scene } from '../../scripts/demo-scene.ts';
import { finishInstallation } from '../../scripts/installation.ts';
import { connectOnce, fresh } from '../../scripts/migrate.ts';
import { startPostgres } from '../../scripts/postgres.ts';

export const hostName = 'nghisu.test';
type Ground = { readonly folder: string; readonly adminUrl: string };

/** Lays the ground for this process and those it starts; the answer takes it away again. */
export async function layGround(): Promise<() => Promise<void>> {
	process.env.ORIGIN_NAMES = hostName; // records made for the scenes name it
	await buildIfChanged();
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-ground-'));
	const postgres = await startPostgres({ dir: path.join(folder, 'pg'), fast: true });
	const laid: Ground = { folder, adminUrl: postgres.adminUrl };
	process.env.NGHISU_GROUND = JSON.stringify(laid);
	await identity({ folder: path.join(folder, 'ca'), names: [hostName, 'localhost', '127.0.0.1'] });
	return async () => {
		await postgres.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	};
}

/** The ground that was laid by the setup of this run. */
export function ground(): Ground {
	const laid = process.env.NGHISU_GROUND;
	if (!laid) throw new Error('the setup of the run lays the ground: use npm run stories, or npm test');
	return JSON.parse(laid);
}

/** A home in which Chromium trusts the authority, as a person's machine does once /ca was followed. */
export function trustingHome(): string {
	const { folder } = ground();
	const home = path.join(folder, 'home');
	const store = path.join(home, '.pki/nssdb');
	if (fs.existsSync(store)) return home;
	fs.mkdirSync(store, { recursive: true });
	const certutil = (...args: string[]) => execFileSync('certutil', ['-d', `sql:${store}`, ...args]);
	certutil('-N', '--empty-password');
	certutil('-A', '-t', 'C,,', '-n', 'nghisu', '-i', path.join(folder, 'ca/ca.crt'));
	return home;
}

let copies = 0;

/** A database and a data folder of their own at the scene. */
export async function copyOf(scene: Scene): Promise<{ url: string; ownerUrl: string; dataFolder: string }> {
	const { folder, adminUrl } = ground();
	await sceneMade(scene);
	const name = `copy_${process.pid}_${++copies}`;
	await onServer(`create database ${name} template scene_${scene.toLowerCase()}`);
	const dataFolder = path.join(folder, name);
	fs.cpSync(sceneFolder(scene), dataFolder, { recursive: true });
	return { url: urlOf(adminUrl, name, 'nghisu_app'), ownerUrl: urlOf(adminUrl, name), dataFolder };
}

const sceneFolder = (scene: Scene) => path.join(ground().folder, 'scenes', scene);

/** Made once in a run, by the real commands; another worker that wants it meanwhile waits at the database. */
async function sceneMade(scene: Scene) {
	const done = path.join(sceneFolder(scene), 'made');
	if (fs.existsSync(done)) return;
	const admin = connectOnce(ground().adminUrl);
	await admin`select pg_advisory_lock(hashtext(${scene}))`;
	if (!fs.existsSync(done)) await makeOnce(scene, done);
	await admin.end();
}

async function makeOnce(scene: Scene, done: string) {
	const { folder, adminUrl } = ground();
	fs.mkdirSync(sceneFolder(scene), { recursive: true });
	fs.cpSync(path.join(folder, 'ca'), path.join(sceneFolder(scene), 'ca'), { recursive: true });
	const { application, owner } = await fresh(adminUrl, `scene_${scene.toLowerCase()}`);
	await makeScene({ NGHISU_DATA: sceneFolder(scene) }, application, scene);
	await finishInstallation(owner, { demo: true });
	fs.writeFileSync(done, '');
}

async function onServer(statement: string) {
	const admin = connectOnce(ground().adminUrl);
	await admin.unsafe(statement);
	await admin.end();
}

function urlOf(adminUrl: string, database: string, user?: string) {
	const url = new URL(adminUrl);
	url.pathname = `/${database}`;
	if (user) url.username = user;
	return url.href;
}

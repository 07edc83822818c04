// The installation: its data folder, its database brought to the newest tables, its authority, its mark *demo*.
import fs from 'node:fs';
import path from 'node:path';
import type { Settings } from '../src/env.ts';
import { networkAddresses } from './addresses.ts';
import { identity, type Identity } from './certificates.ts';
import { connectOnce, fresh, migrate, migrationFiles, ready } from './migrate.ts';
import { startPostgres } from './postgres.ts';

export const database = 'nghisu';
export type Installation = {
	readonly urls: { readonly application: string; readonly owner: string | null };
	readonly embedded: boolean;
	/** Whether nothing was there before. */
	readonly isNew: boolean;
	close(): Promise<void>;
};

/** The folder of the embedded server below the data folder. */
export const postgresFolder = (given: Settings) => path.resolve(given.NGHISU_DATA, 'postgres');
/** The folder of our own authority below the data folder. */
export const authorityFolder = (given: Settings) => path.resolve(given.NGHISU_DATA, 'ca');

/** Opens the database of the settings, migrated where its owner is known. */
export async function openInstallation(
	given: Settings,
	log = (_: string): void => {}
): Promise<Installation> {
	fs.mkdirSync(given.NGHISU_DATA, { recursive: true, mode: 0o700 });
	if (given.DATABASE_URL) return openGiven(given.DATABASE_URL, given.DATABASE_OWNER_URL ?? null);
	const server = await startPostgres({ dir: postgresFolder(given), log });
	try {
		const isNew = !(await isFinished(server.url(database)));
		// what a first start left half done is made anew
		const urls = await (isNew ? fresh : ready)(server.adminUrl, database);
		return { urls, embedded: true, isNew, close: () => server.stop() };
	} catch (error) {
		await server.stop();
		throw error;
	}
}

async function openGiven(application: string, owner: string | null): Promise<Installation> {
	const { username, password } = new URL(application);
	if (owner)
		await migrate(owner, { role: decodeURIComponent(username), password: decodeURIComponent(password) });
	else await expectMigrated(application);
	const isNew = !(await isFinished(application));
	return { urls: { application, owner }, embedded: false, isNew, close: async () => {} };
}

/** Whether the first start came to its end in this database. */
async function isFinished(url: string) {
	const sql = connectOnce(url);
	try {
		const [mark] = await sql`select 1 from installation where key = 'finished'`;
		return mark !== undefined;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		if (code === noSuchDatabase || code === noSuchTable) return false;
		throw error;
	} finally {
		await sql.end();
	}
}
const noSuchDatabase = '3D000';
const noSuchTable = '42P01';

/** Without the owner nothing can be made: then all must be there already. */
async function expectMigrated(url: string) {
	const sql = connectOnce(url);
	try {
		const rows = await sql<{ name: string }[]>`select name from migrations`;
		const done = new Set(rows.map(({ name }) => name));
		const missing = migrationFiles().filter((name) => !done.has(name));
		if (missing.length) throw new Error(`${missing.length} migrations are missing`);
	} catch (error) {
		throw new Error('the tables are not those of this version: set DATABASE_OWNER_URL once', {
			cause: error
		});
	} finally {
		await sql.end();
	}
}

/** What browsers are shown: the given certificate, or ours for every name and address of this machine. */
export function identityOf(given: Settings): Promise<Identity> {
	const { TLS_CERT: cert, TLS_KEY: key } = given;
	return identity({
		folder: authorityFolder(given),
		names: ['localhost', '127.0.0.1', '::1', ...networkAddresses(), ...given.ORIGIN_NAMES],
		given: cert && key ? { cert, key } : null
	});
}

/** Marks the end of the first start; the mark *demo* stays for ever. */
export async function finishInstallation(ownerUrl: string, { demo }: { demo: boolean }): Promise<void> {
	const sql = connectOnce(ownerUrl);
	const marks = demo ? ['demo', 'finished'] : ['finished'];
	for (const key of marks)
		await sql`insert into installation (key, value) values (${key}, 'true'::jsonb) on conflict do nothing`;
	await sql.end();
}

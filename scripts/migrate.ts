// As the owner: tables, jobs, then the application's role, which may not rewrite the journal, ballots or the audit log.
import fs from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { migrateJobs } from './jobs.ts';

const folder = path.join(import.meta.dirname, '../drizzle');
const appendOnly = ['journal', 'ballots', 'audit_log', 'record_files'];
export const applicationRole = 'nghisu_app';
export type Urls = { readonly owner: string; readonly application: string };

/** A client of one connection for a URL whose host may be a folder (`?host=`), which postgres.js does not read. */
export function connectOnce(url: string): Sql {
	const { hostname, port, username, password, pathname, searchParams } = new URL(url);
	return postgres({
		host: searchParams.get('host') ?? hostname,
		port: Number(port || (searchParams.get('port') ?? 5432)),
		user: decodeURIComponent(username),
		password: decodeURIComponent(password),
		database: pathname.slice(1),
		max: 1,
		onnotice: () => {},
		// what is JSON already stays as it is: pg-boss sends text
		types: { json: { to: 114, from: [114, 3802], serialize: asJson, parse: JSON.parse } }
	});
}
const asJson = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Makes a database anew on the server of `adminUrl`, migrated. */
export async function fresh(adminUrl: string, database: string): Promise<Urls> {
	const admin = connectOnce(adminUrl);
	await admin.unsafe(`drop database if exists ${database} with (force)`);
	await admin.end();
	return ready(adminUrl, database);
}

/** Makes the database on the server of `adminUrl` unless it is there, and brings it to the newest tables. */
export async function ready(adminUrl: string, database: string): Promise<Urls> {
	const admin = connectOnce(adminUrl);
	const there = await admin`select 1 from pg_database where datname = ${database}`;
	if (there.length === 0) await admin.unsafe(`create database ${database}`);
	await admin.end();
	const owner = named(adminUrl, { database });
	await migrate(owner);
	return { owner, application: named(owner, { user: applicationRole }) };
}

function named(url: string, { user, database }: { user?: string; database?: string }) {
	const made = new URL(url);
	if (user) made.username = user;
	if (database) made.pathname = `/${database}`;
	return made.href;
}

/**
 * Brings a database to the newest tables, for the role that the application signs in with. Safe to repeat, and for two
 * processes at once.
 */
export async function migrate(ownerUrl: string, { role = applicationRole, password = '' } = {}) {
	if (!/^[a-z_][a-z0-9_]*$/.test(role)) throw new Error(`a plain lowercase role was expected, not ${role}`);
	const sql = connectOnce(ownerUrl);
	try {
		await sql`select pg_advisory_lock(hashtext('nghisu migrate'))`;
		await makeRole(sql, role, password);
		await applyFiles(sql);
		await migrateJobs(sql, role);
		await grant(sql, role);
	} finally {
		await sql.end();
	}
}

async function makeRole(sql: Sql, role: string, password: string) {
	const [there] = await sql`select 1 from pg_roles where rolname = ${role}`;
	if (there) return;
	const secret = password ? ` password '${password.replaceAll("'", "''")}'` : '';
	await sql.unsafe(`
		do $$ begin create role ${role} login${secret}; exception when duplicate_object or unique_violation then null; end $$`);
}

async function applyFiles(sql: Sql) {
	await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`;
	const rows = await sql<{ name: string }[]>`select name from migrations`;
	const done = new Set(rows.map(({ name }) => name));
	for (const file of migrationFiles().filter((name) => !done.has(name))) {
		const text = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('--> statement-breakpoint', '');
		await sql.begin(async (tx) => {
			await tx.unsafe(text);
			await tx`insert into migrations (name) values (${file})`;
		});
	}
}

/** The migrations in the order in which they are applied. */
export const migrationFiles = () =>
	fs
		.readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.toSorted();

async function grant(sql: Sql, role: string) {
	await sql.unsafe(`grant usage on schema public to ${role}`);
	await sql.unsafe(`grant select, insert, update, delete on all tables in schema public to ${role}`);
	await sql.unsafe(`grant usage, select on all sequences in schema public to ${role}`);
	await sql.unsafe(`revoke insert, update, delete on migrations from ${role}`);
	for (const table of appendOnly) {
		const [there] = await sql`select 1 from pg_tables where schemaname = 'public' and tablename = ${table}`;
		if (there) await sql.unsafe(`revoke update, delete, truncate on ${table} from ${role}`);
	}
}

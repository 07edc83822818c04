// As the owner: tables, then the application's role, which may not rewrite the journal, ballots or the audit log.
import postgres from 'postgres';
import fs from 'node:fs';

const appendOnly = ['journal', 'ballots', 'audit_log'];

/** A client of one connection for a URL whose host may be a folder (`?host=`), which postgres.js does not read. */
export function connectOnce(url) {
	const { hostname, port, username, password, pathname, searchParams } = new URL(url);
	return postgres({
		host: searchParams.get('host') ?? hostname,
		port: Number(port || (searchParams.get('port') ?? 5432)),
		user: decodeURIComponent(username),
		password: decodeURIComponent(password),
		database: pathname.slice(1),
		max: 1,
		onnotice: () => {}
	});
}
const named = (url, { user, database }) => {
	const made = new URL(url);
	if (user) made.username = user;
	if (database) made.pathname = `/${database}`;
	return made.href;
};

/** Makes a database anew on the server of `adminUrl`, migrated; returns the URLs of owner and application. */
export async function fresh(adminUrl, database) {
	const admin = connectOnce(adminUrl);
	await admin.unsafe(`drop database if exists ${database} with (force)`);
	await admin.unsafe(`create database ${database}`);
	await admin.end();
	const owner = named(adminUrl, { database });
	await migrate(owner);
	return { owner, application: named(owner, { user: 'nghisu_app' }) };
}

/** Brings a database to the newest tables. Safe to repeat, and safe for two processes at once. */
export async function migrate(ownerUrl) {
	const sql = connectOnce(ownerUrl);
	try {
		await sql`select pg_advisory_lock(hashtext('nghisu migrate'))`;
		await sql.unsafe(
			`do $$ begin create role nghisu_app login; exception when duplicate_object then null; end $$`
		);
		await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`;
		const done = new Set((await sql`select name from migrations`).map(({ name }) => name));
		for (const file of fs
			.readdirSync('drizzle')
			.filter((name) => name.endsWith('.sql'))
			.sort()) {
			if (done.has(file)) continue;
			const text = fs.readFileSync(`drizzle/${file}`, 'utf8').replaceAll('--> statement-breakpoint', '');
			await sql.begin(async (tx) => {
				await tx.unsafe(text);
				await tx`insert into migrations (name) values (${file})`;
			});
		}
		await sql.unsafe(`grant select, insert, update, delete on all tables in schema public to nghisu_app`);
		for (const table of appendOnly)
			await sql.unsafe(
				`do $$ begin if to_regclass('${table}') is not null then revoke update, delete, truncate on ${table} from nghisu_app; end if; end $$`
			);
	} finally {
		await sql.end();
	}
}

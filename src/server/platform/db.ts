// The one connection pool and the one transaction helper: every read and write says for whom it is.
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type PostgresType } from 'postgres';
import type { PersonId } from '#domain/journal/ids.ts';

/** A client of postgres.js; a second one serves LISTEN, for drizzle changes the parsers of its own. */
export function connect(url: string, max: number, types: Record<string, PostgresType> = {}) {
	const { hostname, port, username, password, pathname, searchParams } = new URL(url);
	const host = searchParams.get('host') ?? hostname;
	const at = { host, port: Number(port || (searchParams.get('port') ?? 5432)), database: pathname.slice(1) };
	// a ballot, an event is acknowledged only when it is on the disk, whatever the server's own setting; nobody waits for ever
	const connection = { synchronous_commit: 'on', lock_timeout: 10_000, statement_timeout: 15_000 };
	return postgres({
		...at,
		username,
		password,
		max,
		connection,
		types,
		backoff: () => 0.2,
		onnotice: () => {}
	});
}
export const databaseUrl = () => process.env.DATABASE_URL ?? 'postgres://unset.invalid/none';
const poolSize = 10;
export const client = connect(databaseUrl(), poolSize);
export const db = drizzle(client);
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

const patienceMs = 20_000;
/** An answer in time or an error: where a backend dies the driver may never answer, and whoever waits in turn behind would wait for ever. */
export function inTime<T>(work: Promise<T>, ms = patienceMs): Promise<T> {
	const { promise: late, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error(`the database has not answered for ${ms} ms`)), ms);
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export const transaction = <T>(viewer: PersonId | null, work: (tx: Tx) => Promise<T>): Promise<T> =>
	inTime(within(viewer, work));

function within<T>(viewer: PersonId | null, work: (tx: Tx) => Promise<T>): Promise<T> {
	return db.transaction(async (tx) => {
		await tx.execute(sql`select set_config('app.person', ${viewer ?? ''}, true)`);
		return work(tx);
	});
}

/** Does the work in this process, or not at all where another process is doing it: for reconcilers. */
export function alone<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T | null> {
	return within(null, async (tx) => {
		const [row] = await tx.execute<{ mine: boolean }>(
			sql`select pg_try_advisory_xact_lock(hashtext(${name})) as mine`
		);
		return row?.mine ? work(tx) : null;
	});
}

// The one connection pool and the one transaction helper: every read and write says for whom it is.
import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type ISql, type ParameterOrJSON, type PostgresType, type TransactionSql } from 'postgres';
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
export const db = drizzle(remembering(client));
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

const fewParameters = 24;
/**
 * The client that drizzle is given: a statement of few parameters is prepared once a connection. Otherwise the driver asks
 * each time which types it takes, and each statement goes to the database twice. Long lists stay unprepared: each length
 * would be a statement of its own, kept for ever.
 */
function remembering<Client extends ISql>(given: Client): Client {
	return new Proxy(given, {
		get(target, name) {
			if (name === 'unsafe')
				return (text: string, values: ParameterOrJSON<never>[] = []) =>
					target.unsafe(text, values, { prepare: values.length <= fewParameters });
			if (name === 'begin') return (work: Within) => client.begin((tx) => work(remembering(tx)));
			return Reflect.get(target, name);
		}
	});
}
type Within = (tx: TransactionSql) => Promise<unknown>;

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
		// sent together with the first statement of the work, and before it
		const named = tx
			.execute(sql`select set_config('app.person', ${viewer ?? ''}, true)`)
			.then(() => null, asIs);
		const done = await work(tx);
		const failed = await named;
		if (failed) throw failed;
		return done;
	});
}
const asIs = (error: unknown) => error;

/** One statement that is a transaction of its own, for no viewer: once to the database and back. */
export const atOnce = <Row extends Record<string, unknown>>(statement: SQL) =>
	inTime(db.execute<Row>(statement));

/** Does the work in this process, or not at all where another process is doing it: for reconcilers. */
export function alone<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T | null> {
	return within(null, async (tx) => {
		const [row] = await tx.execute<{ mine: boolean }>(
			sql`select pg_try_advisory_xact_lock(hashtext(${name})) as mine`
		);
		return row?.mine ? work(tx) : null;
	});
}

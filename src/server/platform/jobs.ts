// Work that follows from an act and is not part of it. A job is sent in the transaction of its cause, so that it exists
// exactly where the cause does; it is done afterwards, by any process, at least once. Safe to do twice is for the worker.
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Db } from 'pg-boss';
import { connect, databaseUrl, type Tx } from './db.ts';
import { fault } from './fault.ts';
import { log } from './log.ts';
import type { Queue } from './queues.ts';

export type Job = { readonly [name: string]: string | number };
export type Workers = { readonly [queue in Queue]: (job: Job) => Promise<void> };

const settings = { schema: 'jobs', migrate: false, schedule: false } as const;
/** pg-boss sends text, and reads what the driver parses. */
const jsonAsText = {
	to: 114,
	from: [114, 3802],
	serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	parse: JSON.parse
};

/**
 * Sends a job with its cause. The same key is one job while it waits or is under way. A sender is of one transaction: it asks
 * by the connection that it is made with what a queue is, and one of a transaction that has ended may never answer.
 */
export async function sendJob(tx: Tx, queue: Queue, { job, key }: { job: Job; key: string }): Promise<void> {
	const db = fromDrizzle(tx, sql);
	const sender = new PgBoss({ ...settings, db, supervise: false });
	await sender.send(queue, job, { db, singletonKey: key, retryLimit: 10, retryBackoff: true });
}

/** Does the jobs that come, in this process as in others. The answer ends it, after what is under way. */
export async function workJobs(workers: Workers): Promise<() => Promise<void>> {
	// one connection: pg-boss opens transactions by text, which a pool would take apart
	const client = connect(databaseUrl(), 1, { json: jsonAsText });
	const db: Db = {
		executeSql: async (text, values = []) => {
			const answer: unknown[] = await client.unsafe(text, values.map(parameter));
			return { rows: answer.flat() };
		}
	};
	const boss = new PgBoss({ ...settings, db });
	boss.on('error', (error) => log.error({ fault: fault(error) }, 'jobs'));
	await boss.start();
	for (const [queue, work] of Object.entries(workers))
		await boss.work<Job>(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
			for (const { data } of jobs) await work(data);
		});
	return async () => {
		await boss.stop({ graceful: true, timeout: 5_000 });
		await client.end();
	};
}
/** A date as text, a list of text as a list: PostgreSQL reads each as the type that it wants. */
function parameter(value: unknown): string | number | boolean | null | string[] {
	if (value instanceof Date) return value.toISOString();
	if (Array.isArray(value)) return value.map(String);
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	if (value === null || value === undefined) return null;
	return typeof value === 'string' ? value : JSON.stringify(value);
}

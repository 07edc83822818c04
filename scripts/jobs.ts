// The tables and queues of pg-boss: made as the owner, on one connection; the application only uses them.
import { PgBoss } from 'pg-boss';
import type { Sql } from 'postgres';
import { queues } from '../src/server/platform/queues.ts';

/** Brings the schema `jobs` to this version of pg-boss with every queue, and lets the role work there. */
export async function migrateJobs(sql: Sql, role: string): Promise<void> {
	const boss = new PgBoss({
		db: { executeSql: (text, values) => execute(sql, text, values) },
		schema: 'jobs',
		supervise: false,
		schedule: false
	});
	const failures: unknown[] = [];
	boss.on('error', (error) => failures.push(error));
	await boss.start();
	const there = new Set((await boss.getQueues()).map(({ name }) => name));
	for (const queue of queues.filter((name) => !there.has(name))) await boss.createQueue(queue);
	await boss.stop({ graceful: false });
	if (failures.length) throw new AggregateError(failures, 'the tables of jobs cannot be made');
	await sql.unsafe(`
		grant usage on schema jobs to ${role};
		grant select, insert, update, delete on all tables in schema jobs to ${role};
		grant usage, select on all sequences in schema jobs to ${role};
		grant execute on all functions in schema jobs to ${role}`);
}

/** Text of several statements has the rows of each, one after the other. */
async function execute(sql: Sql, text: string, values?: unknown[]) {
	const answer: unknown[] = values?.length
		? await sql.unsafe(text, values.map(parameter))
		: await sql.unsafe(text).simple();
	return { rows: answer.flat() };
}

const parameter = (value: unknown) =>
	value === null || Array.isArray(value) || typeof value === 'number' || typeof value === 'boolean'
		? value
		: String(value);

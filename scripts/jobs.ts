// The tables and queues of pg-boss: made as the owner, on one connection; the application only uses them.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PgBoss } from 'pg-boss';
import type { Sql } from 'postgres';
import { queues } from '../src/server/platform/queues.ts';

const main = createRequire(import.meta.url).resolve('pg-boss');
const { version }: { version: string } = JSON.parse(
	fs.readFileSync(path.join(path.dirname(main), '../package.json'), 'utf8')
);

/** Brings the schema `jobs` to this version of pg-boss with every queue, and lets the role work there. Done once for each. */
export async function migrateJobs(sql: Sql, role: string): Promise<void> {
	const name = `pg-boss ${version} for ${role}: ${queues.join(', ')}`;
	const [done] = await sql`select 1 from migrations where name = ${name}`;
	if (done) return;
	await makeJobs(sql, role);
	await sql`insert into migrations (name) values (${name})`;
}

async function makeJobs(sql: Sql, role: string) {
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

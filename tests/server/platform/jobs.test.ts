import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { client, connect, databaseUrl, transaction, type Tx } from '#server/platform/db.ts';
import { sendJob } from '#server/platform/jobs.ts';

const aside = connect(databaseUrl(), 1);
afterAll(() => Promise.all([client.end(), aside.end()]));

const lock = 4_711;
const connectionOf = async (tx: Tx) => {
	const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
	return row?.pid ?? 0;
};
/** Takes connections of the pool until the wished one is among them; each then waits for the lock. */
async function occupy(wished: number): Promise<{ readonly waiting: readonly Promise<unknown>[] }> {
	const waiting: Promise<unknown>[] = [];
	for (let pid = 0; pid !== wished;) {
		const begun = Promise.withResolvers<number>();
		waiting.push(
			transaction(null, async (tx) => {
				begun.resolve(await connectionOf(tx));
				await tx.execute(sql`select pg_advisory_xact_lock_shared(${lock})`);
			})
		);
		pid = await begun.promise;
	}
	const all = async () => {
		const [row] = await aside<{ count: number }[]>`
			select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted`;
		return row?.count;
	};
	await expect.poll(all).toBe(waiting.length);
	return { waiting };
}

test('a job is sent whatever the connection of an earlier one is busy with', async () => {
	const first = await transaction(null, async (tx) => {
		await sendJob(tx, 'followup.take', { job: { meeting: 'a', seq: 1 }, key: 'a 1' });
		return connectionOf(tx);
	});
	await aside`select pg_advisory_lock(${lock})`;
	const { waiting } = await occupy(first);
	await transaction(null, (tx) => sendJob(tx, 'records.draft', { job: { meeting: 'a' }, key: 'a 2' }));
	await aside`select pg_advisory_unlock(${lock})`;
	await Promise.all(waiting);

	const jobs = await aside<{ name: string }[]>`
		select name from jobs.job where singleton_key in ('a 1', 'a 2') order by 1`;
	expect(jobs.map(({ name }) => name)).toEqual(['followup.take', 'records.draft']);
});

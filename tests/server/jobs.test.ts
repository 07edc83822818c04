import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { client, db } from '#server/platform/db.ts';
import { workJobs } from '#server/platform/jobs.ts';
import { workers } from '#server/workers.ts';
import { until } from '../support/doors.ts';
import { done, hall } from '../support/hall.ts';

afterAll(() => client.end());

test('a closed meeting has its minutes drafted without anybody asking, and once although two processes work', async () => {
	const h = await hall(3);
	await h.open();
	done(await h.act(h.cuong.person, 'meetings.endSitting'));
	done(await h.act(h.cuong.person, 'meetings.close'));
	const drafted = () =>
		db
			.execute<{ kind: string }>(sql`select kind from records where meeting = ${h.meeting}`)
			.then((rows) => [...rows]);
	expect(await drafted()).toEqual([]);

	const ends = [await workJobs(workers), await workJobs(workers)];
	let found: readonly { kind: string }[] = [];
	const looking = setInterval(() => void drafted().then((rows) => (found = rows)), 100);
	await until(() => found.length > 0, 10_000);
	clearInterval(looking);
	for (const end of ends) await end();

	expect(await drafted()).toEqual([{ kind: 'minutes' }]);
});

test('a meeting whose closing was refused has no job', async () => {
	const h = await hall(3);
	await h.open();

	const refused = await h.act(h.cuong.person, 'meetings.close');

	const [jobs] = await db.execute(
		sql`select count(*)::int as count from jobs.job where data->>'meeting' = ${h.meeting}`
	);
	expect(refused.ok).toBe(false);
	expect(jobs).toEqual({ count: 0 });
});

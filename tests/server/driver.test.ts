import { sql } from 'drizzle-orm';
import fs from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { client, db, inTime, transaction } from '#server/platform/db.ts';

afterAll(() => client.end({ timeout: 5 }));

test('the driver carries its mend: a dead backend fails its transactions and ends nothing else', async () => {
	const driver = fs.readFileSync('node_modules/postgres/src/connection.js', 'utf8');
	let [done, failed, on] = [0, 0, true];
	const loops = Array.from({ length: 20 }, async () => {
		while (on)
			await transaction(
				null,
				async (tx) => void (await tx.execute(sql`select pg_sleep(0.002)`), await tx.execute(sql`select 1`))
			).then(
				() => done++,
				() => failed++
			);
	});
	for (let n = 0; n < 10; n++) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		await db
			.execute(
				sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`
			)
			.catch(() => {});
	}
	on = false;
	await Promise.all(loops);

	expect(driver.split('// mended').length - 1).toBe(5);
	expect(failed).toBeGreaterThan(0);
	expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
	expect(done).toBeGreaterThan(100);
});

test('whoever waits for the database waits no longer than told', async () => {
	await expect(inTime(new Promise(() => {}), 20)).rejects.toThrow('has not answered');
	expect(await inTime(Promise.resolve(1), 20)).toBe(1);
});

import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { hashOfToken, signIn } from '#server/accounts/sign-ins.ts';
import { clearAway } from '#server/live/clearing.ts';
import { client, db, transaction } from '#server/platform/db.ts';
import { somebody } from '../../support/accounts.ts';

afterAll(() => client.end());

test('sign-ins that have run out and counts of old minutes are taken away, the others stay', async () => {
	const { person } = await somebody('Toàn');
	const [old, good] = await transaction(null, async (tx) => [
		await signIn(tx, { person }),
		await signIn(tx, { person })
	]);
	await db.execute(
		sql`update sign_ins set expires_at = now() - interval '1 second' where token_hash = ${hashOfToken(old)}`
	);
	await db.execute(sql`insert into rate_limits (key, minute, count)
		values (${person}, now() - interval '1 hour', 3), (${`${person} now`}, now(), 3)`);

	await clearAway();

	const signIns = await db.execute(sql`select token_hash as hash from sign_ins where person = ${person}`);
	const rates = await db.execute(sql`select key from rate_limits where key like ${`${person}%`}`);
	expect(signIns).toEqual([{ hash: hashOfToken(good) }]);
	expect(rates).toEqual([{ key: `${person} now` }]);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endSignIn, hashOfToken } from '#server/accounts/sign-ins.ts';
import { canonicalBytes } from '#lib/canonical-json.ts';
import { hashOf } from '#lib/hash.ts';
import { client, db, transaction } from '#server/platform/db.ts';
import { doorsOpen } from '../../support/doors.ts';
import { hall } from '../../support/hall.ts';

let doors: Awaited<ReturnType<typeof doorsOpen>>;
beforeAll(async () => void (doors = await doorsOpen()));
afterAll(async () => {
	await doors.close();
	await client.end();
});
async function voting(delegates = 3) {
	const h = await hall(delegates);
	await h.open();
	const round = await h.openRound();
	const send = (token: string | null, attempt = 1, choice = 'approve') =>
		doors.post(`/live/${h.meeting}/ballots`, token, { round, attempt, choice });
	const stored = async () => {
		const rows = await db.execute<{ voter: string; attempt: number }>(
			sql`select voter, attempt from ballots where round = ${round} order by voter, attempt`
		);
		return rows.map(({ attempt }) => attempt);
	};
	const toan = h.delegate[0]!.person;
	return { ...h, round, send, stored, toan };
}
/** What another process does: a transaction that is held until told. */
async function meanwhile(work: Parameters<typeof transaction<void>>[1]) {
	const { promise: goOn, resolve: letGo } = Promise.withResolvers<void>();
	const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
	const whole = transaction(null, async (tx) => {
		await work(tx);
		begin();
		await goOn;
	});
	await begun;
	return async () => (letGo(), await whole);
}
/** Whether a statement of ballots comes to wait for a lock. */
async function somebodyWaits() {
	for (let n = 0; n < 500; n++) {
		const rows = await db.execute(sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'
			and datname = current_database() and query like '%with given as%'`);
		if (rows.length > 0) return true;
	}
	return false;
}

test('a ballot as A, naming B, is A’s', async () => {
	const { meeting, round, toan, delegate } = await voting();
	const other = delegate[1]?.person;
	const named = {
		round,
		attempt: 1,
		choice: 'approve',
		voter: other,
		person: other,
		seat: delegate[1]?.seat
	};

	const answer = await doors.post(`/live/${meeting}/ballots`, toan, named);

	const rows = await db.execute<{ voter: string }>(sql`select voter from ballots where round = ${round}`);
	expect([answer.status, rows.map(({ voter }) => voter)]).toEqual([200, [toan]]);
});

describe('the sign-in of a ballot', () => {
	test('that was ended anywhere is refused at once, though the door has seen it before', async () => {
		const { send, stored, toan } = await voting();
		const before = await send(toan);

		await transaction(toan, (tx) => endSignIn(tx, toan));
		const after = await send(toan, 2, 'disapprove');

		expect([before.status, after.status]).toEqual([200, 401]);
		expect(await stored()).toEqual([1]);
	});

	test('that has run out meanwhile is refused', async () => {
		const { send, stored, toan } = await voting();
		await send(toan);

		await db.execute(
			sql`update sign_ins set expires_at = now() - interval '1 second' where token_hash = ${hashOfToken(toan)}`
		);

		expect((await send(toan, 2)).status).toBe(401);
		expect(await stored()).toEqual([1]);
	});

	test('that was made up, and none at all, are refused', async () => {
		const { send, stored, toan } = await voting();

		expect((await send(`${toan}x`)).status).toBe(401);
		expect((await send(null)).status).toBe(401);
		expect(await stored()).toEqual([]);
	});
});

test('a ballot from a page of another origin is refused, however good the sign-in', async () => {
	const { meeting, round, stored, toan } = await voting();
	const ballot = { round, attempt: 1, choice: 'approve' };

	const evil = await doors.post(`/live/${meeting}/ballots`, toan, ballot, 'https://evil.example');
	const silent = await fetch(`${doors.origin}/live/${meeting}/ballots`, {
		method: 'POST',
		headers: { cookie: `sign-in=${toan}` },
		body: JSON.stringify(ballot)
	});

	expect([evil.status, silent.status]).toEqual([403, 403]);
	expect(await stored()).toEqual([]);
});

describe('the rate of ballots', () => {
	test('is counted with what the person asked elsewhere, and keeps nobody else out', async () => {
		const { send, stored, toan, delegate } = await voting();
		await db.execute(
			sql`insert into rate_limits (key, minute, count) values (${toan}, date_trunc('minute', now()), 598)`
		);

		const answers = await Promise.all([
			...[1, 2, 3, 4].map((attempt) => send(toan, attempt)),
			send(delegate[1]!.person)
		]);

		expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429, 200]);
		expect(answers[2]?.body).toEqual({ code: 'tooManyRequests' });
		expect(await stored()).toHaveLength(3);
	});
});

describe('a ballot that another process is storing at this moment', () => {
	test('has the same receipt', async () => {
		const { meeting, round, send, stored, toan } = await voting();
		const statement = canonicalBytes({ meeting, round, voter: toan, attempt: 1, choice: 'approve' });
		const bytes = Buffer.from(statement).toString('hex');
		const commit = await meanwhile(
			async (tx) =>
				void (await tx.execute(sql`
					insert into ballots (round, voter, attempt, statement, hash, assurance)
					values (${round}, ${toan}, 1, decode(${bytes}, 'hex'), ${hashOf(statement)}, 'signedIn')`))
		);

		const [same, other] = [send(toan), send(toan, 1, 'disapprove')];
		const waited = await somebodyWaits();
		await commit();

		expect(waited).toBe(true);
		expect((await same).status).toBe(200);
		expect(await other).toMatchObject({
			status: 409,
			body: { code: 'otherBallotStands', hash: hashOf(statement) }
		});
		expect(await stored()).toEqual([1]);
	});
});

describe('a ballot that comes while its round is being closed', () => {
	test('waits for the closing, and is told that the round is not open', async () => {
		const { round, send, stored, toan, delegate } = await voting();
		await send(delegate[1]!.person);
		const commit = await meanwhile(
			async (tx) => void (await tx.execute(sql`update vote_rounds set state = 'closed' where id = ${round}`))
		);

		const late = send(toan);
		const waited = await somebodyWaits();
		await commit();

		expect(waited).toBe(true);
		expect(await late).toMatchObject({ status: 409, body: { code: 'roundNotOpen' } });
		expect(await stored()).toEqual([1]);
	});
});

test('a viewer is known to the first statement of a transaction', async () => {
	const { toan, lien } = await voting();
	const viewer = (person: typeof toan) =>
		transaction(person, (tx) => tx.execute<{ is: string }>(sql`select current_setting('app.person') as is`));

	const seen = await Promise.all([toan, lien.person, toan].map(viewer));

	expect(seen.map(([row]) => row?.is)).toEqual([toan, lien.person, toan]);
});

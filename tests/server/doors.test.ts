import { sql } from 'drizzle-orm';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId, SeatId } from '#domain/journal/ids.ts';
import { openRound } from '#domain/voting/vote-round.ts';
import { callMeeting } from '#server/live/call.ts';
import { addAgendaItem, approveAgenda, submitAgenda } from '#server/meetings/drafting.ts';
import { hubOf, listen } from '#server/live/hubs.ts';
import { endGone, Stream } from '#server/live/streams.ts';
import { client, db } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { doorsOpen, until } from '../support/doors.ts';
import { done, draftOf, hall, who } from '../support/hall.ts';

let doors: Awaited<ReturnType<typeof doorsOpen>>;
let deaf: () => Promise<void>;
beforeAll(async () => {
	deaf = await listen();
	doors = await doorsOpen();
});
afterAll(async () => {
	await doors.close();
	await deaf();
	await client.end();
});
async function openHall(delegates: number, secret = false) {
	const h = await hall(delegates);
	await h.open();
	const round = h.newRound();
	const vote = h.items[0]!.votes[0]!.id;
	await h.record(({ rounds, meeting }, voters, at) =>
		openRound(rounds, meeting, { id: round, vote, secret, voters, at })
	);
	return { ...h, round };
}
const ballotsOf = async (round: string) =>
	(
		await db.execute<{ count: number }>(
			sql`select count(*)::int as count from ballots where round = ${round}`
		)
	)[0]!.count;

describe('a ballot', () => {
	test('is refused from a foreign page that puts its own host into the path', async () => {
		const h = await openHall(3);
		const path = `//evil.example/live/${h.meeting}/ballots`;

		const { status } = await doors.post(
			path,
			h.delegate[0]!.person,
			{ round: h.round, attempt: 1, choice: 'approve' },
			'http://evil.example'
		);

		expect(status).toBe(404);
		expect(await ballotsOf(h.round)).toBe(0);
	});

	test('of a delegate of another meeting, who sits on a seat of the same name, is refused', async () => {
		const [here, elsewhere] = [await openHall(3), await openHall(3)];

		const { status } = await doors.post(`/live/${elsewhere.meeting}/ballots`, elsewhere.delegate[0]!.person, {
			round: here.round,
			attempt: 1,
			choice: 'disapprove'
		});

		expect(status).toBe(403);
		expect(await ballotsOf(here.round)).toBe(0);
	});

	test('of whoever was seated after the opening is refused: the voters are frozen', async () => {
		const h = await openHall(3);
		await h.changeRoster({ person: h.stranger, seat: 'ĐB-7777' as SeatId, roles: ['delegate'] });

		const { status } = await doors.post(`/live/${h.meeting}/ballots`, h.stranger, {
			round: h.round,
			attempt: 1,
			choice: 'approve'
		});

		expect(status).toBe(403);
		expect(await ballotsOf(h.round)).toBe(0);
	});

	test('with an attempt beyond all numbers is refused and costs nobody else the own ballot', async () => {
		const h = await openHall(4);
		const send = (n: number, attempt: number) =>
			doors.post(`/live/${h.meeting}/ballots`, h.delegate[n]!.person, {
				round: h.round,
				attempt,
				choice: 'approve'
			});

		const answers = await Promise.all([send(0, 5_000_000_000), send(1, 1), send(2, 1), send(3, 1)]);

		expect(answers.map(({ status }) => status)).toEqual([422, 200, 200, 200]);
	});

	test('in the clear is refused in a secret round, and nothing of it is stored', async () => {
		const h = await openHall(6, true);

		const { status, body } = await doors.post(`/live/${h.meeting}/ballots`, h.delegate[0]!.person, {
			round: h.round,
			attempt: 1,
			choice: 'approve'
		});

		expect([status, body]).toEqual([409, { code: 'sealedBallotNeeded' }]);
		expect(await ballotsOf(h.round)).toBe(0);
	});

	test('of a whole hall behind one address is taken', async () => {
		const h = await openHall(700);

		const answers = [];
		for (let n = 0; n < 700; n += 50)
			answers.push(
				...(await Promise.all(
					h.delegate.slice(n, n + 50).map(({ person }) =>
						doors.post(`/live/${h.meeting}/ballots`, person, {
							round: h.round,
							attempt: 1,
							choice: 'approve'
						})
					)
				))
			);

		expect(answers.filter(({ status }) => status === 200)).toHaveLength(700);
	});
});

describe('a stream', () => {
	test('of a meeting that does not exist is refused and leaves no trace', async () => {
		const unknown = newId<never>();

		const asked = doors.stream(`/live/${unknown}`, null);
		await until(() => asked.ended);

		expect(asked.status).toBe(404);
		expect(await hubOf(unknown)).toBeNull();
		const odd = doors.stream(`/live/${'-'.repeat(36)}`, null);
		await until(() => odd.ended);
		expect(odd.status).toBe(404);
	});

	test('is refused to whoever asks for an audience that no role of his allows', async () => {
		const h = await hall(3);

		const asked = doors.stream(`/live/${h.meeting}?as=chair`, h.delegate[0]!.person);
		const both = doors.stream(`/live/${h.meeting}?as=delegate`, h.cuong.person);
		await until(() => asked.ended && both.events().length === 2);

		expect(asked.status).toBe(403);
		expect(both.text).toContain('"audience":"delegate"');
		both.leave();
	});

	test('that is closed before it began leaves nobody in the hub', async () => {
		const h = await hall(3);
		const hub = (await hubOf(h.meeting))!;

		for (let n = 0; n < 20; n++) {
			const one = doors.stream(`/live/${h.meeting}`, null);
			await new Promise((resolve) => setTimeout(resolve, n % 7));
			one.leave();
		}
		await new Promise((resolve) => setTimeout(resolve, 300));

		expect(hub.size).toBe(0);
	});

	test('whose first view is long is not taken for a slow one', async () => {
		const d = await draftOf(3);
		const slots = [{ sitting: d.sittings[0]!.id, start: '09:00', minutes: 1 }];
		for (let n = 0; n < 180; n++) {
			const { version } = await d.page();
			const item = {
				meeting: d.meeting,
				version,
				title: `${n} ${'nội dung '.repeat(30)}`.slice(0, 300),
				slots
			};
			done(await addAgendaItem.run(who(d.ha), item));
		}
		const { version } = await d.page();
		const { meeting } = d;
		done(await submitAgenda.run(who(d.ha), { meeting, version }));
		done(await approveAgenda.run(who(d.cuong.person), { meeting, version }));
		done(await callMeeting.run(who(d.ha), { meeting, version }));

		const mine = doors.stream(`/live/${d.meeting}`, d.lien.person);
		await until(() => mine.events().length >= 2 || mine.ended);

		expect(mine.text.length).toBeGreaterThan(80_000);
		expect([mine.events(), mine.ended]).toEqual([['view', 'mine'], false]);
		mine.leave();
	});

	test('ends within seconds of its sign-in', async () => {
		const h = await hall(3);
		const { person } = h.delegate[0]!;
		const mine = doors.stream(`/live/${h.meeting}`, person);
		await until(() => mine.events().length === 2);

		await db.execute(sql`delete from sign_ins where person = ${person}`);
		await endGone();

		await until(() => mine.ended);
		const again = doors.stream('/live/me', person);
		await until(() => again.ended);
		expect(again.status).toBe(401);
	});

	test('that is ending is written to no more: a beat meanwhile does not end the process', async () => {
		const faults: unknown[] = [];
		const server = http.createServer((req, res) => {
			res.on('error', (error) => faults.push(error));
			const stream = new Stream(res, { who: null, token: undefined });
			stream.send(Buffer.from(': \n\n'));
			stream.end();
			stream.send(Buffer.from('late'));
			stream.end();
		});
		await new Promise<void>((resolve) => server.listen(0, resolve));

		await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).then((answer) => answer.text());

		expect(faults).toEqual([]);
		server.close();
	});

	test('tells the chair that nobody has pressed yet, and who comes late who has; a delegate nothing', async () => {
		const h = await openHall(5);
		const early = doors.stream(`/live/${h.meeting}`, h.cuong.person);
		await until(() => early.text.includes('"count":0'));
		for (const { person } of h.delegate.slice(0, 3))
			await doors.post(`/live/${h.meeting}/ballots`, person, {
				round: h.round,
				attempt: 1,
				choice: 'approve'
			});
		await until(() => early.text.includes('"count":3'));

		const late = doors.stream(`/live/${h.meeting}`, h.cuong.person);
		const toan = doors.stream(`/live/${h.meeting}`, h.delegate[4]!.person as PersonId);
		await until(() => late.text.includes('"count":3') && toan.events().length === 2);

		expect(toan.events()).toEqual(['view', 'mine']);
		for (const one of [early, late, toan]) one.leave();
	});
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayNot } from '#domain/access/policy.ts';
import { presentSeats } from '#domain/attendance/roll.ts';
import type { CommandId, PersonId } from '#domain/journal/ids.ts';
import { emptyTree, grow, rootOf } from '#domain/journal/tree.ts';
import { leafOf } from '#domain/journal/entry.ts';
import { audiences, viewOf } from '#domain/live/audience.ts';
import { applyToMeeting, emptyMeeting } from '#domain/live/meeting.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { openRound } from '#domain/voting/vote-round.ts';
import type { Told, View } from '#domain/live/wire.ts';
import { canonicalBytes } from '#lib/canonical-json.ts';
import { ok, refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { join, listen } from '#server/live/hubs.ts';
import { current, entriesAfter, forget } from '#server/live/state.ts';
import { clock } from '#server/platform/clock.ts';
import { client, db, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { openSittingCommand } from '#server/meetings/commands.ts';
import { addAgendaItem } from '#server/meetings/drafting.ts';
import { draftPage } from '#server/meetings/queries.ts';
import { cast } from '#server/voting/cast.ts';
import { rollPage, rosterPage } from '#server/live/queries.ts';
import { heldBy } from '#server/live/hub.ts';
import { run } from '#server/live/run.ts';
import { hashOfToken } from '#server/accounts/sign-ins.ts';
import { liveCommandNamed } from '#server/registry.ts';
import { draftOf, hall, who } from '../support/hall.ts';

let deaf: () => Promise<void>;
beforeAll(async () => void (deaf = await listen()));
afterAll(async () => {
	await deaf();
	await client.end();
});
const soon = () => new Promise((resolve) => setTimeout(resolve, 150));
type Hall = Awaited<ReturnType<typeof hall>>;
const entriesOf = ({ meeting }: Hall) => transaction(null, (tx) => entriesAfter(tx, meeting, 0));
const ballot = (
	h: Hall,
	round: Parameters<typeof cast>[0]['round'],
	n: number,
	attempt: number,
	choice: string
) => {
	const { meeting } = h;
	const voter = h.delegate[n]!.person;
	return cast({
		meeting,
		round,
		voter,
		attempt,
		holder: hashOfToken(voter),
		statement: canonicalBytes({ meeting, round, voter, attempt, choice })
	});
};

describe('a live command', () => {
	test('sent twice is done once, and tied to who sent it', async () => {
		const h = await hall(3);
		await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting });
		const [toan, binh] = h.delegate;
		const id = newId<CommandId>();

		const first = await h.act(toan!.person, 'attendance.checkIn', {}, id);
		const again = await h.act(toan!.person, 'attendance.checkIn', {}, id);
		const other = await h.act(binh!.person, 'attendance.checkIn', {}, id);

		expect(again).toEqual(first);
		expect(other).not.toEqual(first);
		expect(presentSeats((await current_(h)).live.roll)).toEqual([toan!.seat, binh!.seat]);
	});

	test('as A, naming B: the seat is always that of whoever asks', async () => {
		const h = await hall(3);
		await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting });

		await h.act(h.delegate[0]!.person, 'attendance.checkIn', { seat: h.delegate[1]!.seat });

		expect(presentSeats((await current_(h)).live.roll)).toEqual([h.delegate[0]!.seat]);
	});

	test('of somebody without the right is refused although another holds the lock', async () => {
		const h = await hall(3);
		let release = () => {};
		const held = db.transaction(async (tx) => {
			await tx.execute(sql`select 1 from live_meetings where meeting = ${h.meeting} for update`);
			await new Promise<void>((resolve) => (release = resolve));
		});
		await soon();

		const refused = await h.act(h.stranger, 'meetings.endItem');

		release();
		await held;
		expect(refused).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('never dates an event before the one before it', async () => {
		const h = await hall(3);
		await h.open();
		const real = clock.now;
		clock.now = () => instant(real() - 60_000);
		await h.act(h.lien.person, 'meetings.endItem');
		clock.now = real;

		const times = (await entriesOf(h)).map(({ at }) => at);

		expect(times).toEqual([...times].sort((a, b) => a - b));
	});

	test('without a step-up of four hours in this sitting may not open a vote', async () => {
		const h = await hall(3);
		await h.open();
		const [mine, other] = h.sittings;
		const given = (ms: number, sitting = mine!.id) => ({ at: instant(clock.now() - ms), sitting });
		const openAs = (steppedUp: SignedIn['steppedUp']) =>
			run(liveCommandNamed('voting.openRound')!, {
				meeting: h.meeting,
				command: newId(),
				signedIn: { person: h.cuong.person, steppedUp, screen: null },
				input: { round: h.newRound(), vote: h.items[0]!.votes[0]!.id }
			});

		for (const steppedUp of [null, given(5 * 3600_000), given(0, other!.id)])
			expect(await openAs(steppedUp)).toEqual(refuse({ code: 'stepUpNeeded' }));
		expect((await openAs(given(3 * 3600_000))).ok).toBe(true);
	});

	test('with input of the wrong shape is refused before anything is read', async () => {
		const h = await hall(3);

		const refused = await h.act(h.cuong.person, 'meetings.openSitting', { sitting: 'x' });

		expect(openSittingCommand.name).toBe('meetings.openSitting');
		expect(refused).toEqual(refuse({ code: 'inputInvalid', fields: { sitting: 'custom' } }));
	});
});
describe('who may', () => {
	test('a draft with its closed items is for its secretary, not for everybody with a sign-in', async () => {
		const d = await draftOf(2);

		expect(await draftPage.run(who(d.stranger), { meeting: d.meeting })).toEqual(
			refuse({ code: 'notAllowed' })
		);
		expect(await draftPage.run(who(d.delegate[0]!.person), { meeting: d.meeting })).toEqual(
			refuse({ code: 'notAllowed' })
		);
		expect((await draftPage.run(who(d.ha), { meeting: d.meeting })).ok).toBe(true);
	});

	test('a roster is for those called to its own meeting, as the roster stands now', async () => {
		const [h, other] = [await hall(2), await hall(2)];
		const { roster: hash } = (await current_(h)).live.meeting;
		const ask = (person: PersonId, of: Hall) => rosterPage.run(who(person), { meeting: of.meeting, hash });

		expect(await ask(other.delegate[0]!.person, other)).toEqual(refuse({ code: 'notFound' }));
		expect(await ask(other.delegate[0]!.person, h)).toEqual(refuse({ code: 'notAllowed' }));
		await h.changeRoster({ person: other.delegate[0]!.person, seat: null, roles: ['guest'] });
		expect(await ask(other.delegate[0]!.person, h)).toEqual(ok(h.roster));
	});

	test('nobody changes alone what two persons must', async () => {
		const h = await hall(3);

		const refused = mayNot(
			{ person: h.ha, seat: null, roles: ['secretary'], steppedUp: null },
			'meetings.changeRoster',
			{ now: clock.now(), sitting: null }
		);

		expect(refused).toEqual({ code: 'secondPersonNeeded' });
	});

	test('what was done keeps its answer, also when the right to it has gone', async () => {
		const h = await hall(3);
		await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting });
		const [toan] = h.delegate;
		const id = newId<CommandId>();
		const first = await h.act(toan!.person, 'attendance.checkIn', {}, id);
		await h.changeRoster({ person: toan!.person, seat: null, roles: ['guest'] });

		expect(await h.act(toan!.person, 'attendance.checkIn', {}, id)).toEqual(first);
		expect(await h.act(toan!.person, 'attendance.checkIn')).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('whoever waits for one meeting keeps no other meeting waiting', async () => {
		const [h, other] = [await hall(30), await hall(2)];
		await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting });
		let release = () => {};
		const held = db.transaction(async (tx) => {
			await tx.execute(sql`select 1 from live_meetings where meeting = ${h.meeting} for update`);
			await new Promise<void>((resolve) => (release = resolve));
		});
		await soon();
		const waiting = h.delegate.map(({ person }) => h.act(person, 'attendance.checkIn'));

		const answer = await Promise.race([
			other.act(other.ha, 'attendance.beginRoll', { sitting: other.sitting }),
			new Promise((resolve) => setTimeout(() => resolve('kept waiting'), 2000))
		]);

		release();
		await held;
		expect((await Promise.all(waiting)).every((one) => one.ok)).toBe(true);
		expect(answer).toMatchObject({ ok: true });
	});

	test('a roll is begun once: a second press does not wipe out who has come', async () => {
		const h = await hall(3);
		await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting });
		await h.act(h.delegate[0]!.person, 'attendance.checkIn');

		expect(await h.act(h.lien.person, 'attendance.beginRoll', { sitting: h.sitting })).toEqual(
			refuse({ code: 'rollBegun' })
		);
		expect((await current_(h)).live.roll.present).toBe(1);
	});
});
const current_ = ({ meeting }: Hall) => transaction(null, (tx) => current(tx, meeting));

describe('the journal', () => {
	test('is a chain without holes, whose head is in the meeting row, and which the application cannot rewrite', async () => {
		const h = await hall(3);
		await h.open();
		const rows = await db.execute<{ seq: number; bytes: Buffer }>(
			sql`select seq, bytes from journal where meeting = ${h.meeting} order by seq`
		);
		const [head] = await db.execute<{ tree: { size: number; peaks: [] } }>(
			sql`select tree from live_meetings where meeting = ${h.meeting}`
		);

		const tree = rows.reduce((grown, { bytes }) => grow(grown, leafOf(bytes)), emptyTree);

		expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(rootOf(head!.tree)).toBe(rootOf(tree));
		for (const { bytes } of rows)
			expect(Buffer.from(canonicalBytes(JSON.parse(bytes.toString())))).toEqual(bytes);
		await expect(db.execute(sql`update journal set seq = 0`)).rejects.toMatchObject({
			cause: { code: '42501' }
		});
		await expect(db.execute(sql`delete from ballots`)).rejects.toMatchObject({ cause: { code: '42501' } });
	});

	test('folds to the same state from the stored fold as from its start', async () => {
		const h = await hall(70);
		await h.open();
		const [row] = await db.execute<{ fold_seq: number; seq: number }>(
			sql`select seq, fold_seq from live_meetings where meeting = ${h.meeting}`
		);
		const kept = await current_(h);

		forget(h.meeting);
		const restored = await current_(h);
		const folded = (await entriesOf(h)).reduce(
			(live, { event }) => applyToMeeting(live, event),
			emptyMeeting
		);

		expect(row).toEqual({ seq: 76, fold_seq: 64 });
		expect(restored).toEqual(kept);
		expect(restored.live).toEqual(folded);
		const [{ count } = { count: 0 }] = await db.execute<{ count: number }>(
			sql`select count(*)::int as count from attendance where meeting = ${h.meeting}`
		);
		expect(count).toBe(72);
	});
});

describe('a vote round', () => {
	test('counts the highest attempt, refuses other bytes under a standing attempt, and takes nothing after closing', async () => {
		const h = await hall(5);
		await h.open();
		const round = await h.openRound();

		const [one, , changed] = await Promise.all([
			ballot(h, round, 0, 1, 'approve'),
			ballot(h, round, 1, 1, 'approve'),
			ballot(h, round, 1, 2, 'disapprove')
		]);
		const again = await ballot(h, round, 0, 1, 'approve');
		const conflict = await ballot(h, round, 0, 1, 'disapprove');
		await h.act(h.cuong.person, 'voting.closeRound', { round });
		const late = await ballot(h, round, 2, 1, 'approve');
		await h.act(h.cuong.person, 'voting.announce', { round });

		expect(again).toEqual(one);
		expect(changed.ok).toBe(true);
		expect(conflict.ok || conflict.refusal.code).toBe('otherBallotStands');
		expect(late).toEqual(refuse({ code: 'roundNotOpen' }));
		const [shown] = (await current_(h)).live.rounds;
		expect(shown).toMatchObject({
			state: 'announced',
			tally: { approve: 1, disapprove: 1, notVoting: 0 },
			box: { received: 2, notCast: 5, absent: 0 },
			carried: false
		});
		const roll = { [h.delegate[0]!.person]: 'approve', [h.delegate[1]!.person]: 'disapprove' };
		expect(await rollPage.run(who(h.delegate[3]!.person), { meeting: h.meeting, round })).toEqual(ok(roll));
		expect(await rollPage.run(who(h.stranger), { meeting: h.meeting, round })).toEqual(
			refuse({ code: 'notAllowed' })
		);
		expect(JSON.stringify(shown)).not.toContain(h.delegate[0]!.person);
	});

	test('that cannot be stored costs no other ballot of its group the place', async () => {
		const h = await hall(4);
		await h.open();
		const round = await h.openRound();

		const receipts = await Promise.all([
			ballot(h, round, 0, 1, 'approve'),
			ballot(h, round, 1, 5e9, 'approve'),
			ballot(h, round, 2, 1, 'approve'),
			ballot(h, round, 3, 1, 'approve')
		]);

		expect(receipts.map((receipt) => receipt.ok)).toEqual([true, false, true, true]);
	});

	test('is announced with what it was closed with, or not at all', async () => {
		const h = await hall(4);
		await h.open();
		const round = await h.openRound();
		await ballot(h, round, 0, 1, 'approve');
		await h.act(h.cuong.person, 'voting.closeRound', { round });
		await db.execute(sql`insert into ballots (round, voter, attempt, statement, hash, assurance)
			select round, voter, 2, convert_to(replace(convert_from(statement, 'UTF8'), 'approve', 'disapprove'), 'UTF8'), hash, assurance from ballots where round = ${round}`);

		await expect(h.act(h.cuong.person, 'voting.announce', { round })).rejects.toThrow(
			'not those it was closed with'
		);
		expect((await current_(h)).live.rounds[0]!.state).toBe('closed');
	});

	test('of another meeting is not held nor counted by a chair who names it', async () => {
		const [h, other] = [await hall(3), await hall(3)];
		for (const one of [h, other]) await one.open();
		const round = await h.openRound();
		let release = () => {};
		const held = db.transaction(async (tx) => {
			await tx.execute(sql`select 1 from vote_rounds where id = ${round} for share`);
			await new Promise<void>((resolve) => (release = resolve));
		});
		await soon();

		const refused = await Promise.race([
			other.act(other.cuong.person, 'voting.closeRound', { round }),
			new Promise((resolve) => setTimeout(() => resolve('waits'), 1500))
		]);

		release();
		await held;
		expect(refused).toEqual(refuse({ code: 'roundNotOpen', state: 'unknown' }));
		const again = { round, vote: h.items[0]!.votes[0]!.id };
		expect(await h.act(h.cuong.person, 'voting.openRound', again)).toEqual(refuse({ code: 'roundKnown' }));
	});

	test('closed while ballots pour in: every ballot with a receipt is in the count, and no two locks wait for each other', async () => {
		for (let n = 0; n < 15; n++) {
			const h = await hall(40);
			await h.open();
			const round = await h.openRound();
			const presses = h.delegate.map(async (_, k) => {
				await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
				return ballot(h, round, k, 1, 'approve');
			});
			const asks = h.delegate.slice(0, 10).map(({ person }) => h.act(person, 'attendance.checkIn'));
			await new Promise((resolve) => setTimeout(resolve, 10));
			const closed = await h.act(h.cuong.person, 'voting.closeRound', { round });
			const receipts = (await Promise.all(presses)).filter((receipt) => receipt.ok).length;
			await Promise.all(asks);
			expect(closed.ok).toBe(true);
			expect((await current_(h)).live.rounds[0]!.box!.received).toBe(receipts);
		}
	});
});

describe('a stream', () => {
	const listener = (h: Hall, person: Parameters<typeof who>[0] | null, asked: string | null = null) => {
		let ended = false;
		const heard: { event: string; data: never }[] = [];
		const send = (bytes: Buffer) => {
			for (const block of bytes.toString().split('\n\n').filter(Boolean)) {
				const event = /^event: (.*)$/m.exec(block)![1]!;
				heard.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as never });
			}
		};
		const join_ = (held = '') =>
			join(h.meeting, { who: person && who(person), asked, send, end: () => (ended = true) }, heldBy(held));
		return { heard, ended: () => ended, join: join_ };
	};
	const copyOf = (heard: { event: string; data: unknown }[]) => {
		let view = { seq: -1, live: emptyMeeting };
		let audience = '';
		for (const { event, data } of heard) {
			if (event === 'view') [view, audience] = [data as View, (data as View).audience];
			if (event === 'told')
				view = { seq: (data as Told).seq, live: applyToMeeting(view.live, (data as Told).event) };
		}
		return { ...view, audience };
	};

	test('brings each audience to what it would be shown, also when somebody changes side', async () => {
		const h = await hall(6);
		await h.open();
		const teller = h.delegate[2]!;
		const ears = {
			public: listener(h, null),
			delegate: listener(h, h.delegate[0]!.person),
			teller: listener(h, teller.person),
			chair: listener(h, h.cuong.person)
		};
		for (const ear of Object.values(ears)) await ear.join();

		await h.record(({ rounds, meeting }, voters, at) =>
			openRound(rounds, meeting, {
				id: h.newRound(),
				vote: h.items[0]!.votes[0]!.id,
				secret: true,
				voters,
				at
			})
		);
		await h.changeRoster({ person: teller.person, seat: teller.seat, roles: ['teller', 'delegate'] });
		await h.act(h.cuong.person, 'voting.closeRound', { round: (await current_(h)).live.rounds[0]!.id });
		await soon();

		const truth = await current_(h);
		for (const ear of Object.values(ears)) {
			const copy = copyOf(ear.heard);
			expect(copy.seq).toBe(truth.seq);
			expect(copy.live).toEqual(
				viewOf(
					truth.live,
					audiences.find((one) => one === copy.audience)!
				)
			);
		}
		expect(copyOf(ears.teller.heard).audience).toBe('tellers');
		expect(copyOf(ears.teller.heard).live.rounds[0]!.box).toMatchObject({ received: 0, tally: null });
		expect(copyOf(ears.delegate.heard).live.rounds[0]!.box).toBeNull();
		expect(ears.teller.heard.filter(({ event }) => event === 'mine')).toHaveLength(2);
	});

	test('resumed with the right audience gets what it missed; with another audience a view', async () => {
		const h = await hall(3);
		await h.open();
		const toan = h.delegate[0]!.person;
		const first = listener(h, toan);
		const leave = await first.join();
		const { seq } = copyOf(first.heard);
		if (typeof leave === 'function') leave();
		await h.act(h.cuong.person, 'meetings.endItem');

		const back = listener(h, toan);
		await back.join(`${seq}.delegate`);
		const wrong = listener(h, toan);
		await wrong.join(`${seq}.tellers`);

		expect(back.heard.map(({ event }) => event)).toEqual(['told', 'mine']);
		expect(wrong.heard.map(({ event }) => event)).toEqual(['view', 'mine']);
	});
});

describe('desk work', () => {
	test('is refused with what is wrong, with a conflict, and done', async () => {
		const d = await draftOf(2);
		const slots = [{ sitting: d.sittings[0]!.id, start: '09:00', minutes: 10 }];
		const add = (version: number, title: string, by = d.ha) =>
			addAgendaItem.run(who(by), { meeting: d.meeting, version, title, slots });

		expect(await add(4, 'x')).toEqual(refuse({ code: 'inputInvalid', fields: { title: 'min_length' } }));
		expect(await add(4, 'Mục 1')).toEqual(refuse({ code: 'titleTaken', at: 1 }));
		expect(await add(4, 'Giải trình')).toEqual(ok({ version: 5 }));
		expect(await add(4, 'Khác')).toEqual(refuse({ code: 'changedMeanwhile', version: 5 }));
		expect(await add(5, 'Khác', d.delegate[0]!.person)).toEqual(refuse({ code: 'notAllowed' }));
	});
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Pressed, Told, View } from '#domain/live/wire.ts';
import type { Caller, Heard } from '../support/caller.ts';
import { startProduct, type Product } from '../support/product.ts';
import { command, sessionOf, type Session } from '../support/session.ts';

const soon = { timeout: 20_000, interval: 10 };
const toldIn = (heard: readonly Heard[]) =>
	heard.flatMap(({ event, data }) => (event === 'told' ? [data as Told] : []));
const eventsIn = (heard: readonly Heard[]) => toldIn(heard).map(({ event }) => event.type);
const idOf = (heard: readonly Heard[]) => heard.findLast(({ id }) => id !== null)?.id ?? '';
const pressedIn = (heard: readonly Heard[]) =>
	heard.flatMap(({ event, data }) => (event === 'pressed' ? [data as Pressed] : []));

describe('two processes on one database', () => {
	let a: Product;
	let b: Product;
	let session: Session;
	const at = async (product: Product, signIn: string): Promise<Caller> =>
		product.caller().keepCookie(await session.cookieOf(signIn));
	const stream = (by: Caller, query = '') => by.listen(`/live/${session.meeting}${query}`);
	beforeAll(async () => {
		a = await startProduct('opened');
		b = await a.second();
		session = await sessionOf(a);
	});
	afterAll(async () => {
		await session.end();
		await Promise.all([a.close(), b.close()]);
	});

	test('what is done at one is an event at a stream of the other', async () => {
		const toan = stream(await at(b, 'db04'));
		await vi.waitFor(() => expect(toan.heard.map(({ event }) => event)).toContain('view'), soon);

		const late = await command(await at(a, 'db29'), session, 'attendance.checkIn');

		expect(late.status).toBe(200);
		await vi.waitFor(() => expect(toldIn(toan.heard).at(-1)).toMatchObject(late.json() as object), soon);
		toan.close();
	});

	test('the same command sent to both is done once', async () => {
		const id = randomUUID();
		const note = { kind: 'note', text: 'Kỳ họp có mặt 57 đại biểu.' };
		const [atA, atB] = [await at(a, 'ha'), await at(b, 'ha')];

		const first = await command(atA, session, 'proceedings.note', { note: randomUUID(), ...note }, id);
		const again = await command(atB, session, 'proceedings.note', { note: randomUUID(), ...note }, id);

		expect([first.status, again.status]).toEqual([200, 200]);
		expect(again.json()).toEqual(first.json());
	});

	test('a limit counts what was asked of both', async () => {
		const both = [await at(a, 'db60'), await at(b, 'db60')];
		const knock = (n: number) => both[n % 2]?.postJson(`/live/${session.meeting}/ballots`, { n });

		const before = await Promise.all(Array.from({ length: 500 }, (_, n) => knock(n)));
		const after = await Promise.all(Array.from({ length: 200 }, (_, n) => knock(n)));

		expect(new Set(before.map((answer) => answer?.status))).toEqual(new Set([422]));
		expect(after.filter((answer) => answer?.status === 429).length).toBeGreaterThanOrEqual(100);
	});

	test('a command from another origin is refused, also where the path names that origin as the host', async () => {
		const ha = await at(a, 'ha');
		const input = { note: randomUUID(), kind: 'note', text: 'Không ai viết.' };
		const body = JSON.stringify({ command: randomUUID(), name: 'proceedings.note', input });
		const from = (origin: string, path: string) =>
			ha.send(path, {
				method: 'POST',
				headers: { origin, 'content-type': 'application/json' },
				body
			});
		const path = `/meetings/${session.meeting}/commands`;

		const answers = await Promise.all([
			from('https://evil.example', path),
			from('https://evil.example', `//evil.example${path}`),
			from('http://evil.example', `//evil.example${path}`),
			from('null', path)
		]);

		expect(answers.map(({ status }) => [403, 404, 400].includes(status))).toEqual([true, true, true, true]);
		const mine = await command(ha, session, 'proceedings.note', { ...input, text: 'Hà viết.' });
		expect(mine.status, mine.text).toBe(200); // the note's id was still free: nothing was recorded
	});

	test('a screen waits at one for the code that is typed at the other, then follows the hall', async () => {
		const [screen, ha] = [b.caller(), await at(a, 'ha')];
		const { code } = (await screen.postJson('/screen/code', {})).json() as { code: string };
		const before = await screen.postJson('/screen/pairing', {});

		const headers = {
			'content-type': 'application/x-www-form-urlencoded',
			accept: 'application/json',
			'x-sveltekit-action': 'true'
		};
		const type = () =>
			ha.send(`/meetings/${session.meeting}/screens`, { method: 'POST', headers, body: `code=${code}` });
		const typed = await type();
		const after = await screen.postJson('/screen/pairing', {});

		expect(before.json()).toEqual({ paired: false });
		expect(typed.json()).toMatchObject({ type: 'success' });
		expect(after.json()).toEqual({ paired: true });
		expect((await screen.get('/screen/hall')).status).toBe(200);
		const hall = stream(screen, '?as=hall');
		await vi.waitFor(() => expect(hall.heard[0]?.data).toMatchObject({ audience: 'hall' }), soon);
		const sent = await command(ha, session, 'live.showOnHall', { shows: 'agenda' });
		expect(sent.status, sent.text).toBe(200);
		await vi.waitFor(() => expect(toldIn(hall.heard).at(-1)).toMatchObject(sent.json() as object), soon);
		expect((await type()).json()).toMatchObject({ type: 'failure', status: 409 });
		hall.close();
	});

	test('presence is of both', async () => {
		const [one, other] = [stream(await at(a, 'db07')), stream(await at(b, 'db08'))];
		const { presentIn } = await import('#server/live/presence.ts');
		const { transaction } = await import('#server/platform/db.ts');
		const { personOf } = await import('../support/demo/people.ts');
		const people = await Promise.all([personOf('db07'), personOf('db08')]);

		await vi.waitFor(
			async () => {
				const present = await transaction(null, (tx) => presentIn(tx, session.meeting));
				expect(present.map(({ person }) => person)).toEqual(expect.arrayContaining(people));
			},
			{ timeout: 30_000, interval: 500 }
		);
		for (const open of [one, other]) open.close();
	});

	test('one is killed during a vote: every ballot that was acknowledged counts, and once', async () => {
		const [chair, chairStream] = [await at(b, 'db01'), stream(await at(b, 'db01'), '?as=chair')];
		const secretary = await at(b, 'ha');
		const tablet = await at(a, 'db04');
		const before = stream(tablet);
		await vi.waitFor(() => {
			for (const { heard } of [before, chairStream]) expect(heard[0]?.event).toBe('view');
		}, soon);
		const item = session.draft.agenda.find(({ votes }) => votes.length > 0);
		await command(secretary, session, 'meetings.endItem');
		await command(secretary, session, 'meetings.startItem', { item: item?.id });
		const round = randomUUID();
		const opened = await command(chair, session, 'voting.openRound', { round, vote: item?.votes[0]?.id });
		expect(opened.status, opened.text).toBe(200);
		await vi.waitFor(() => expect(eventsIn(before.heard)).toContain('voting.roundOpened'), soon);

		const voters = ['db02', 'db03', 'db04', 'db05', 'db06', 'db07', 'db08', 'db09', 'db10', 'db11', 'db12'];
		const ballot = { round, attempt: 1, choice: 'approve' };
		const cast = async (product: Product, signIn: string) =>
			(await at(product, signIn)).postJson(`/live/${session.meeting}/ballots`, ballot);
		const first = await Promise.all(voters.slice(0, 6).map((signIn) => cast(a, signIn)));
		expect(first.map(({ status }) => status)).toEqual(Array(6).fill(200));
		const held = idOf(before.heard);
		const underWay = voters.slice(4, 8).map((signIn) => cast(a, signIn).catch(() => null));
		await a.kill();
		await Promise.all(underWay);
		const again = await Promise.all(voters.map((signIn) => cast(b, signIn)));

		expect(again.map(({ status }) => status)).toEqual(voters.map(() => 200));
		expect(again.slice(0, 6).map((answer) => answer.json())).toEqual(first.map((answer) => answer.json()));
		await vi.waitFor(() => expect(pressedIn(chairStream.heard).at(-1)?.count).toBe(voters.length), soon);
		const closed = await command(chair, session, 'voting.closeRound', { round });
		expect(closed.status, closed.text).toBe(200);
		await command(chair, session, 'voting.announce', { round });

		const back = stream(await at(b, 'db04'), `?held=${held}`);
		await vi.waitFor(() => expect(eventsIn(back.heard)).toContain('voting.announced'), soon);
		expect(before.state.ended).toBe(true);
		expect(back.heard.some(({ event }) => event === 'view')).toBe(false);
		const announced = toldIn(back.heard).find(({ event }) => event.type === 'voting.announced');
		expect(announced?.event).toMatchObject({
			round,
			tally: { approve: voters.length, disapprove: 0, notVoting: 0 }
		});
		for (const open of [chairStream, back]) open.close();

		a = await b.second();
		const fresh = stream(await at(a, 'db04'));
		await vi.waitFor(() => expect(fresh.heard[0]?.event).toBe('view'), soon);
		expect((fresh.heard[0]?.data as View).seq).toBe(toldIn(back.heard).at(-1)?.seq);
		fresh.close();
	});

	test('one that is asked to end lets its streams go and ends well', async () => {
		const open = stream(await at(b, 'db05'));
		await vi.waitFor(() => expect(open.heard.length).toBeGreaterThan(0), soon);

		const status = await b.close();

		expect(status).toBe(0);
		await vi.waitFor(() => expect(open.state.ended).toBe(true), soon);
		b = await a.second();
	});
});

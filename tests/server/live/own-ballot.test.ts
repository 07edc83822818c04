import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId, SeatId } from '#domain/journal/ids.ts';
import { client } from '#server/platform/db.ts';
import { doorsOpen } from '../../support/doors.ts';
import { hall } from '../../support/hall.ts';

let doors: Awaited<ReturnType<typeof doorsOpen>>;
beforeAll(async () => void (doors = await doorsOpen()));
afterAll(async () => {
	await doors.close();
	await client.end();
});

async function openVote() {
	const h = await hall(3);
	await h.open();
	const round = await h.openRound();
	const path = `/live/${h.meeting}/ballots`;
	const [first, second] = h.delegate;
	if (!first || !second) throw new Error('the hall has delegates');
	const press = (attempt: number, choice: string) =>
		doors.post(path, first.person, { round, attempt, choice });
	const own = async (person: PersonId) => {
		const headers = { cookie: `sign-in=${person}` };
		return (await fetch(`${doors.origin}${path}?round=${round}`, { headers })).json();
	};
	return { ...h, first: first.person, second: second.person, press, own };
}

test('the own ballot that stands is the highest attempt, whichever device sent it', async () => {
	const h = await openVote();
	await h.press(2, 'disapprove');
	await h.press(1, 'approve');

	expect(await h.own(h.first)).toMatchObject({
		voter: true,
		receipt: { attempt: 2, choice: 'disapprove', code: expect.stringMatching(/^.{4}-.{4}$/) }
	});
});

test('somebody else’s ballot is not shown', async () => {
	const h = await openVote();
	await h.press(1, 'approve');

	expect(await h.own(h.second)).toEqual({ voter: true, receipt: null });
});

test('whoever is not on the list frozen with the round is told so, also when he was seated since', async () => {
	const h = await openVote();
	await h.changeRoster({ person: h.stranger, seat: 'ĐB-7777' as SeatId, roles: ['delegate'] });

	expect(await h.own(h.stranger)).toEqual({ voter: false, receipt: null });
	expect(await h.own(h.ha)).toEqual({ voter: false, receipt: null });
});

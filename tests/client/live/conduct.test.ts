import { describe, expect, test } from 'vitest';
import { Conduct } from '#client/live/conduct.svelte.ts';
import { Room } from '#client/live/room.svelte.ts';
import type { Sent } from '#client/live/send.ts';
import type { MeetingId, SittingId } from '#domain/journal/ids.ts';
import { emptyMeeting } from '#domain/live/meeting.ts';

const meeting = 'm' as MeetingId;
const sitting = {
	id: 's' as SittingId,
	date: '2026-12-09',
	start: '08:00',
	end: '11:30',
	place: '',
	closed: false
};
const open = {
	...emptyMeeting,
	meeting: {
		...emptyMeeting.meeting,
		state: 'called' as const,
		sittings: [{ ...sitting, state: 'open' as const }]
	}
};
const recorded: Sent = { state: 'recorded', seq: 7 };
const refused = (code: string): Sent => ({ state: 'refused', refusal: { code } });

/** Somebody who conducts, against a server that gives these answers in turn. */
function conducting(...answers: Sent[]) {
	const sent: object[] = [];
	const room = new Room({ audience: 'chair', seq: 1, live: open });
	const conduct = new Conduct(meeting, room, async (_, name, input) => {
		sent.push({ name, input });
		return answers.shift() ?? recorded;
	});
	return { conduct, sent };
}

describe('an act that needs a step-up', () => {
	const vote = { round: 'r', vote: 'v' };

	test('is sent once more, as it was meant, when he has shown who he is', async () => {
		const { conduct, sent } = conducting(refused('stepUpNeeded'));
		const done = conduct.act().do('voting.openRound', vote);
		await expect.poll(() => conduct.asked).toBe(sitting.id);

		conduct.shown(true);

		expect(await done).toBe(true);
		expect(sent).toEqual([1, 2].map(() => ({ name: 'voting.openRound', input: vote })));
		expect(conduct.asked).toBeNull();
	});

	test('is let be without a word of refusal when he leaves the question', async () => {
		const { conduct, sent } = conducting(refused('stepUpNeeded'));
		const act = conduct.act();
		const done = act.do('voting.openRound', vote);
		await expect.poll(() => conduct.asked).toBe(sitting.id);

		conduct.shown(false);

		expect(await done).toBe(false);
		expect(act.refusal).toBeNull();
		expect(sent).toHaveLength(1);
	});
});

describe('any other act', () => {
	test('is sent once however often it is pressed', async () => {
		const { conduct, sent } = conducting();
		const act = conduct.act();

		const pressed = await Promise.all([act.do('meetings.endItem'), act.do('meetings.endItem')]);

		expect(pressed).toEqual([true, false]);
		expect(sent).toHaveLength(1);
	});

	test('says its refusal until the next try', async () => {
		const { conduct } = conducting(refused('noQuorum'), recorded);
		const act = conduct.act();

		expect(await act.do('meetings.openSitting')).toBe(false);
		expect(act.refusal).toEqual({ code: 'noQuorum' });
		await act.do('meetings.openSitting');
		expect(act.refusal).toBeNull();
	});
});

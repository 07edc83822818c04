import { describe, expect, test } from 'vitest';
import { OwnBallot } from '#client/voting/ballot.svelte.ts';
import type { BallotDoors, Sent, Standing } from '#client/voting/ballot-doors.ts';
import type { RoundId } from '#domain/journal/ids.ts';
import type { Receipt } from '#domain/voting/receipt.ts';
import type { Choice } from '#domain/voting/vote-round.ts';
import { instant } from '#lib/time.ts';

const round = '0199d3a0-0000-7000-8000-000000000001' as RoundId;
const receiptOf = (attempt: number, choice: Choice): Receipt => ({
	round,
	attempt,
	choice,
	receivedAt: instant(0),
	code: 'K7QM-2XPA'
});
const atOnce = () => Promise.resolve();

/** A ballot box as the server keeps it: an attempt is taken once, and the highest counts. */
class Hall implements BallotDoors {
	readonly box = new Map<number, Choice>();
	readonly sent: string[] = [];
	/** What happens to the next requests: lost on the way there, or on the way back. */
	mishaps: ('lostThere' | 'lostBack')[] = [];
	state: 'open' | 'closed' = 'open';
	voter = true;

	cast({ attempt, choice }: { attempt: number; choice: Choice }): Promise<Sent> {
		this.sent.push(`${attempt} ${choice}`);
		const mishap = this.mishaps.shift();
		const sent = mishap === 'lostThere' ? null : this.#take(attempt, choice);
		return Promise.resolve(mishap || !sent ? { state: 'unanswered' } : sent);
	}
	standing(): Promise<Standing | null> {
		const last = Math.max(0, ...this.box.keys());
		const choice = this.box.get(last);
		return Promise.resolve({ receipt: choice ? receiptOf(last, choice) : null, voter: this.voter });
	}
	#take(attempt: number, choice: Choice): Sent {
		const there = this.box.get(attempt);
		if (!there && this.state === 'closed') return { state: 'refused', refusal: { code: 'roundNotOpen' } };
		if (there && there !== choice) return { state: 'refused', refusal: { code: 'otherBallotStands' } };
		this.box.set(attempt, choice);
		return { state: 'recorded', receipt: receiptOf(attempt, choice) };
	}
}
const ballotIn = (hall: Hall, mayChange = true) => new OwnBallot({ id: round, mayChange }, hall, atOnce);

describe('pressing', () => {
	test('is sending first, and recorded only once the server has said so', async () => {
		const ballot = ballotIn(new Hall());

		const pressed = ballot.choose('approve');

		expect(ballot.state).toBe('sending');
		await pressed;
		expect([ballot.state, ballot.stands?.code]).toEqual(['recorded', 'K7QM-2XPA']);
	});

	test('twice gives one ballot', async () => {
		const hall = new Hall();
		const ballot = ballotIn(hall);

		await Promise.all([ballot.choose('approve'), ballot.choose('approve')]);
		await ballot.choose('approve');

		expect(hall.sent).toEqual(['1 approve']);
	});

	test('something else later is the next attempt', async () => {
		const hall = new Hall();
		const ballot = ballotIn(hall);
		await ballot.choose('approve');

		await ballot.choose('disapprove');

		expect([...hall.box]).toEqual([
			[1, 'approve'],
			[2, 'disapprove']
		]);
		expect(ballot.stands?.choice).toBe('disapprove');
	});

	test('something else while the first is under way leaves the last press standing', async () => {
		const hall = new Hall();
		const ballot = ballotIn(hall);

		await Promise.all([ballot.choose('approve'), ballot.choose('notVoting')]);

		expect(hall.sent).toEqual(['1 approve', '2 notVoting']);
		expect([ballot.state, ballot.choice]).toEqual(['recorded', 'notVoting']);
	});

	test('again is not possible where ballots may not be changed', async () => {
		const hall = new Hall();
		const ballot = ballotIn(hall, false);
		await ballot.choose('approve');

		await ballot.choose('disapprove');

		expect(hall.sent).toEqual(['1 approve']);
	});
});

describe('a line that fails', () => {
	test('has the same attempt sent again until it is answered', async () => {
		const hall = new Hall();
		hall.mishaps = ['lostThere', 'lostThere'];
		const ballot = ballotIn(hall);

		await ballot.choose('approve');

		expect(hall.sent).toEqual(['1 approve', '1 approve', '1 approve']);
		expect(ballot.state).toBe('recorded');
	});

	test('says that it is not sent, and tries at once when it is back', async () => {
		const hall = new Hall();
		hall.mishaps = ['lostThere'];
		const ballot = new OwnBallot({ id: round, mayChange: true }, hall, () => new Promise(() => {}));

		const pressed = ballot.choose('approve');
		await expect.poll(() => ballot.state).toBe('notSent');
		ballot.wake();
		await pressed;

		expect([ballot.state, hall.sent.length]).toEqual(['recorded', 2]);
	});

	test('that lost only the answer leaves one ballot', async () => {
		const hall = new Hall();
		hall.mishaps = ['lostBack'];
		const ballot = ballotIn(hall);

		await ballot.choose('approve');

		expect([...hall.box]).toEqual([[1, 'approve']]);
		expect(ballot.stands?.attempt).toBe(1);
	});

	test('lets somebody press something else meanwhile', async () => {
		const hall = new Hall();
		hall.mishaps = ['lostThere'];
		const ballot = new OwnBallot({ id: round, mayChange: true }, hall, () => new Promise(() => {}));
		const pressed = ballot.choose('approve');
		await expect.poll(() => ballot.state).toBe('notSent');

		await Promise.all([pressed, ballot.choose('disapprove')]);

		expect([...hall.box]).toEqual([[2, 'disapprove']]);
	});
});

describe('two devices of one person', () => {
	test('that took the same attempt: the press made last on this one counts', async () => {
		const hall = new Hall();
		hall.box.set(1, 'approve');
		const ballot = ballotIn(hall);

		await ballot.choose('disapprove');

		expect(hall.sent).toEqual(['1 disapprove', '2 disapprove']);
		expect([ballot.state, ballot.stands?.choice]).toEqual(['recorded', 'disapprove']);
	});

	test('show the ballot that counts, whichever sent it', async () => {
		const hall = new Hall();
		const [tablet, laptop] = [ballotIn(hall), ballotIn(hall)];
		await tablet.choose('approve');
		await laptop.refetch();
		await laptop.choose('disapprove');

		await tablet.refetch();

		expect([tablet.choice, tablet.changedElsewhere]).toEqual(['disapprove', true]);
		expect([laptop.choice, laptop.changedElsewhere]).toEqual(['disapprove', false]);
	});
});

describe('a round that is closed', () => {
	test('takes nothing more, says so, and shows what counts', async () => {
		const hall = new Hall();
		const ballot = ballotIn(hall);
		await ballot.choose('approve');
		hall.state = 'closed';

		await ballot.choose('disapprove');

		expect(ballot.refusal?.code).toBe('roundNotOpen');
		expect([ballot.state, ballot.choice]).toEqual(['recorded', 'approve']);
	});

	test('knows whoever is not on its list', async () => {
		const hall = new Hall();
		hall.voter = false;
		const ballot = ballotIn(hall);

		await ballot.refetch();

		expect(ballot.onList).toBe(false);
	});
});

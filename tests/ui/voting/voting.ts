import { OwnBallot } from '#client/voting/ballot.svelte.ts';
import type { BallotDoors } from '#client/voting/ballot-doors.ts';
import type { ItemId, RoundId, SittingId, VoteId } from '#domain/journal/ids.ts';
import type { VoteRound } from '#domain/voting/vote-round.ts';
import type { Hash } from '#lib/hash.ts';
import { instant } from '#lib/time.ts';

export const round: VoteRound = {
	id: '0199d3a0-0000-7000-8000-000000000001' as RoundId,
	vote: '0199d3a0-0000-7000-8000-000000000002' as VoteId,
	item: '0199d3a0-0000-7000-8000-000000000003' as ItemId,
	sitting: '0199d3a0-0000-7000-8000-000000000004' as SittingId,
	number: 1,
	closedDoors: false,
	secret: false,
	mayChange: true,
	membership: 60,
	bound: { kind: 'moreThan', numerator: 1, denominator: 2, source: 'Luật số 72/2025/QH15, Điều 35' },
	voters: 'a'.repeat(64) as Hash,
	openedAt: instant(0),
	until: instant(60_000),
	state: 'open',
	box: null,
	tally: null,
	carried: null
};

/** An own ballot whose server takes everything, and what was sent to it. */
export function ballotOf() {
	const sent: string[] = [];
	const doors: BallotDoors = {
		cast: ({ attempt, choice }) => {
			sent.push(choice);
			const receipt = { round: round.id, attempt, choice, receivedAt: instant(0), code: 'K7QM-2XPA' };
			return Promise.resolve({ state: 'recorded', receipt });
		},
		standing: () => Promise.resolve(null)
	};
	return { ballot: new OwnBallot(round, doors), sent };
}

import { eq } from 'drizzle-orm';
import type { Recorded } from '#domain/journal/entry.ts';
import type { VotingEvent } from '#domain/voting/vote-round.ts';
import type { Voter } from '#domain/voting/voters.ts';
import type { Tx } from '#server/platform/db.ts';
import { roundVoters, voteRounds } from './tables.ts';

/** `voters` are those of the meeting before the event. */
export async function projectVoting(
	tx: Tx,
	{ meeting }: Recorded,
	event: VotingEvent,
	voters: () => readonly Voter[]
) {
	switch (event.type) {
		case 'voting.roundOpened': {
			const { round: id, sitting, secret, mayChange, membership, openedAt } = event;
			const frozen = { sitting, secret, mayChange, membership, openedAt: new Date(openedAt) };
			await tx.insert(voteRounds).values({ id, meeting, state: 'open', ...frozen });
			const rows = voters().map((voter, place) => ({ round: id, ...voter, place }));
			if (rows.length > 0) await tx.insert(roundVoters).values(rows);
			return;
		}
		case 'voting.roundClosed':
			await tx.update(voteRounds).set({ state: 'closed' }).where(eq(voteRounds.id, event.round));
			return;
		case 'voting.boxOpened':
		case 'voting.timeExtended':
			return;
		case 'voting.announced':
			await tx
				.update(voteRounds)
				.set({ state: 'announced', roll: event.roll })
				.where(eq(voteRounds.id, event.round));
	}
}

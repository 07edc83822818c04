import { eq } from 'drizzle-orm';
import type { Recorded } from '#domain/journal/entry.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import type { VotingEvent } from '#domain/voting/vote-round.ts';
import type { Tx } from '#server/platform/db.ts';
import { roundVoters, voteRounds } from './tables.ts';

/** `voters` are those of the meeting before the event. */
export async function projectVoting(
	tx: Tx,
	{ meeting, at }: Recorded,
	event: VotingEvent,
	voters: () => readonly PersonId[]
) {
	switch (event.type) {
		case 'voting.roundOpened': {
			const { round: id, secret, membership } = event;
			await tx
				.insert(voteRounds)
				.values({ id, meeting, state: 'open', secret, membership, openedAt: new Date(at) });
			const rows = voters().map((person, place) => ({ round: id, person, place }));
			if (rows.length > 0) await tx.insert(roundVoters).values(rows);
			return;
		}
		case 'voting.roundClosed':
			await tx.update(voteRounds).set({ state: 'closed' }).where(eq(voteRounds.id, event.round));
			return;
		case 'voting.boxOpened':
			return;
		case 'voting.announced':
			await tx
				.update(voteRounds)
				.set({ state: 'announced', roll: event.roll })
				.where(eq(voteRounds.id, event.round));
	}
}

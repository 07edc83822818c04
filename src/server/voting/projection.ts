import { eq, sql } from 'drizzle-orm';
import type { Recorded } from '#domain/journal/entry.ts';
import type { RoundId } from '#domain/journal/ids.ts';
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
			await freeze(tx, id, voters());
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

/** As one value: a parameter for each field of a whole council takes longer to build than all the rest of the command. */
async function freeze(tx: Tx, round: RoundId, voters: readonly Voter[]) {
	const rows = JSON.stringify(voters.map((voter, place) => ({ ...voter, place })));
	await tx.execute(sql`
		insert into ${roundVoters} (round, person, seat, place)
		select ${round}::uuid, person, seat, place
		from jsonb_to_recordset(${rows}::jsonb) as g(person uuid, seat text, place int)`);
}

import { and, asc, desc, eq } from 'drizzle-orm';
import type { MeetingId, PersonId, RoundId } from '#domain/journal/ids.ts';
import { leafOf } from '#domain/journal/entry.ts';
import { emptyTree, grow, rootOf } from '#domain/journal/tree.ts';
import type { Choice, Counted, RollOfVotes, Tally, VoteRound } from '#domain/voting/vote-round.ts';
import type { Tx } from '#server/platform/db.ts';
import { ballots, roundVoters, voteRounds } from './tables.ts';

type Statement = { readonly choice: Choice };

/** Takes the round's row, so that no ballot slips in behind the count. The meeting's row is held already. */
const holdRound = (tx: Tx, round: RoundId) =>
	tx.select({ id: voteRounds.id }).from(voteRounds).where(eq(voteRounds.id, round)).for('update');

/** The ballot of each voter that counts: the highest attempt. */
async function countingBallots(tx: Tx, round: RoundId) {
	const rows = await tx
		.selectDistinctOn([ballots.voter], {
			voter: ballots.voter,
			statement: ballots.statement,
			hash: ballots.hash
		})
		.from(ballots)
		.where(eq(ballots.round, round))
		.orderBy(asc(ballots.voter), desc(ballots.attempt));
	return rows.map(({ statement, ...row }) => {
		const said: Statement = JSON.parse(Buffer.from(statement).toString());
		return { ...row, statement, choice: said.choice };
	});
}

/** What the box of an open round holds; null where the meeting has no such round. A secret box has no tally yet. */
export async function boxOf(tx: Tx, round: VoteRound | undefined): Promise<Counted | null> {
	if (round?.state !== 'open') return null;
	await holdRound(tx, round.id);
	const all = await countingBallots(tx, round.id);
	const cast = new Set(all.map(({ voter }) => voter));
	return { received: all.length, root: rootOfBallots(all), tally: round.secret ? null : tallyOf(all), cast };
}

/** Who chose what in a closed open round; null for every other. It must be the box that was closed. */
export async function rollOfVotes(tx: Tx, round: VoteRound | undefined): Promise<RollOfVotes | null> {
	if (round?.state !== 'closed' || round.secret) return null;
	const all = await countingBallots(tx, round.id);
	if (rootOfBallots(all) !== round.box?.root)
		throw new Error(`the ballots of ${round.id} are not those it was closed with`);
	return Object.fromEntries(all.map(({ voter, choice }) => [voter, choice]));
}

/** A person's own ballots in a round, the highest attempt last: what stands, and what it took the place of. */
export async function ballotsOf(tx: Tx, meeting: MeetingId, round: RoundId, voter: PersonId) {
	const rows = await tx
		.select({
			attempt: ballots.attempt,
			statement: ballots.statement,
			hash: ballots.hash,
			at: ballots.receivedAt
		})
		.from(ballots)
		.innerJoin(voteRounds, and(eq(voteRounds.id, ballots.round), eq(voteRounds.meeting, meeting)))
		.where(and(eq(ballots.round, round), eq(ballots.voter, voter)))
		.orderBy(asc(ballots.attempt));
	return rows.map(({ statement, at, ...row }) => {
		const said: Statement = JSON.parse(Buffer.from(statement).toString());
		return { ...row, choice: said.choice, receivedAt: at.getTime() };
	});
}

type Voting = { readonly meeting: MeetingId; readonly round: RoundId; readonly person: PersonId };
/** Whether somebody is on the list frozen with a round of this meeting. */
export async function isVoter(tx: Tx, { meeting, round, person }: Voting): Promise<boolean> {
	const rows = await tx
		.select({ place: roundVoters.place })
		.from(roundVoters)
		.innerJoin(voteRounds, and(eq(voteRounds.id, roundVoters.round), eq(voteRounds.meeting, meeting)))
		.where(and(eq(roundVoters.round, round), eq(roundVoters.person, person)));
	return rows.length > 0;
}

/** The roll of an announced round, as the journal has it. */
export async function announcedRoll(tx: Tx, meeting: MeetingId, round: RoundId): Promise<RollOfVotes | null> {
	const [row] = await tx
		.select({ roll: voteRounds.roll })
		.from(voteRounds)
		.where(and(eq(voteRounds.id, round), eq(voteRounds.meeting, meeting)));
	return row?.roll ?? null;
}

/** The places of those who have pressed. */
export const pressedPlaces = (tx: Tx, round: RoundId) =>
	tx
		.selectDistinct({ place: roundVoters.place })
		.from(ballots)
		.innerJoin(roundVoters, and(eq(roundVoters.round, ballots.round), eq(roundVoters.person, ballots.voter)))
		.where(eq(ballots.round, round));

const rootOfBallots = (all: readonly { readonly statement: Uint8Array }[]) =>
	rootOf(all.reduce((tree, { statement }) => grow(tree, leafOf(statement)), emptyTree));

function tallyOf(all: readonly Statement[]): Tally {
	const count = (wanted: Choice) => all.filter(({ choice }) => choice === wanted).length;
	return { approve: count('approve'), disapprove: count('disapprove'), notVoting: count('notVoting') };
}

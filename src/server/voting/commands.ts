import * as v from 'valibot';
import type { RoundId, VoteId } from '#domain/journal/ids.ts';
import { announce, closeRound, extendTime, openRound, roundOf } from '#domain/voting/vote-round.ts';
import { presentOf, votersOf } from '#domain/voting/voters.ts';
import { idOf } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';
import { boxOf, rollOfVotes } from './queries.ts';

const ofRound = v.object({ round: idOf<RoundId>() });

/** The tablet chooses the round's id, so that a repeated request opens one round. */
export const votingOpenRound = liveCommand({
	name: 'voting.openRound',
	needs: 'voting.openRound',
	input: v.object({ round: idOf<RoundId>(), vote: idOf<VoteId>() }),
	decide: ({ meeting: { rounds, meeting }, roster, input, at }) => {
		const voters = votersOf(meeting, roster).map(({ person }) => person);
		return openRound(rounds, meeting, { id: input.round, vote: input.vote, secret: false, voters, at });
	}
});
export const votingExtendTime = liveCommand({
	name: 'voting.extendTime',
	needs: 'voting.extendTime',
	input: ofRound,
	decide: ({ meeting: { rounds, meeting }, input, at }) =>
		extendTime(roundOf(rounds, input.round), meeting, at)
});
export const votingCloseRound = liveCommand({
	name: 'voting.closeRound',
	needs: 'voting.closeRound',
	input: ofRound,
	given: (tx, { meeting, input }) => boxOf(tx, roundOf(meeting.rounds, input.round)),
	decide: ({ meeting: { rounds, meeting, roll }, roster, input, given }) =>
		closeRound(roundOf(rounds, input.round), given, presentOf(votersOf(meeting, roster), roll))
});
export const votingAnnounce = liveCommand({
	name: 'voting.announce',
	needs: 'voting.announce',
	input: ofRound,
	given: (tx, { meeting, input }) => rollOfVotes(tx, roundOf(meeting.rounds, input.round)),
	decide: ({ meeting, input, given }) => announce(roundOf(meeting.rounds, input.round), given)
});

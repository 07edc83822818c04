import * as v from 'valibot';
import type { RoundId } from '#domain/journal/ids.ts';
import { announce, closeRound, openRound, roundOf } from '#domain/voting/vote-round.ts';
import { votersOf } from '#domain/voting/voters.ts';
import { idOf } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';
import { boxOf, rollOfVotes } from './queries.ts';

export const votingOpenRound = liveCommand({
	name: 'voting.openRound',
	needs: 'voting.openRound',
	input: v.object({ round: idOf<RoundId>(), secret: v.boolean() }),
	decide: ({ meeting, roster, input }) =>
		openRound(meeting.rounds, meeting.meeting, {
			id: input.round,
			secret: input.secret,
			voters: votersOf(meeting.meeting, roster)
		})
});
export const votingCloseRound = liveCommand({
	name: 'voting.closeRound',
	needs: 'voting.closeRound',
	input: v.object({ round: idOf<RoundId>() }),
	given: (tx, { meeting, input }) => boxOf(tx, roundOf(meeting.rounds, input.round)),
	decide: ({ meeting, input, given }) => closeRound(roundOf(meeting.rounds, input.round), given)
});
export const votingAnnounce = liveCommand({
	name: 'voting.announce',
	needs: 'voting.announce',
	input: v.object({ round: idOf<RoundId>() }),
	given: (tx, { meeting, input }) => rollOfVotes(tx, roundOf(meeting.rounds, input.round)),
	decide: ({ meeting, input, given }) => announce(roundOf(meeting.rounds, input.round), given)
});

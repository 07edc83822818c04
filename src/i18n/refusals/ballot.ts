import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

/** Of voting, what is said to who votes; the rest is said to who runs the vote. */
export const ballot: Sentences = {
	roundNotOpen: () => m.voting_refused_roundNotOpen(),
	notAVoter: () => m.voting_refused_notAVoter(),
	sealedBallotNeeded: () => m.voting_refused_sealedBallotNeeded(),
	otherBallotStands: () => m.voting_refused_otherBallotStands(),
	ballotFinal: () => m.voting_refused_ballotFinal(),
	notStored: () => m.voting_refused_notStored()
};

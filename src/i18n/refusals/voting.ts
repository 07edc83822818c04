import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

export const voting: Sentences = {
	roundNotOpen: () => m.voting_refused_roundNotOpen(),
	roundNotClosed: () => m.voting_refused_roundNotClosed(),
	roundKnown: () => m.voting_refused_roundKnown(),
	roundStillOpen: () => m.voting_refused_roundStillOpen(),
	boxSealed: () => m.voting_refused_boxSealed(),
	boxNotSealed: () => m.voting_refused_boxNotSealed(),
	anotherRoundOpen: () => m.voting_refused_anotherRoundOpen(),
	alreadyDecided: () => m.voting_refused_alreadyDecided(),
	voteUnknown: () => m.voting_refused_voteUnknown(),
	voteNotOfItem: () => m.voting_refused_voteNotOfItem(),
	tooFewForSecret: (facts) => m.voting_refused_tooFewForSecret({ needed: text(facts, 'needed') }),
	notAVoter: () => m.voting_refused_notAVoter(),
	sealedBallotNeeded: () => m.voting_refused_sealedBallotNeeded(),
	otherBallotStands: () => m.voting_refused_otherBallotStands(),
	ballotFinal: () => m.voting_refused_ballotFinal(),
	notStored: () => m.voting_refused_notStored()
};

import { m } from '../messages/messages.js';
import { ballot } from './ballot.ts';
import { text, type Sentences } from './facts.ts';

export const voting: Sentences = {
	...ballot,
	roundNotClosed: () => m.voting_refused_roundNotClosed(),
	roundKnown: () => m.voting_refused_roundKnown(),
	roundStillOpen: () => m.voting_refused_roundStillOpen(),
	boxSealed: () => m.voting_refused_boxSealed(),
	boxNotSealed: () => m.voting_refused_boxNotSealed(),
	anotherRoundOpen: () => m.voting_refused_anotherRoundOpen(),
	alreadyDecided: () => m.voting_refused_alreadyDecided(),
	voteUnknown: () => m.voting_refused_voteUnknown(),
	voteNotOfItem: () => m.voting_refused_voteNotOfItem(),
	tooFewForSecret: (facts) => m.voting_refused_tooFewForSecret({ needed: text(facts, 'needed') })
};

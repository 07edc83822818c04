import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

export const access: Sentences = {
	notAllowed: () => m.access_refused_notAllowed(),
	notSignedIn: () => m.access_refused_notSignedIn(),
	stepUpNeeded: () => m.access_refused_stepUpNeeded(),
	secondPersonNeeded: () => m.access_refused_secondPersonNeeded(),
	inputInvalid: (facts) => m.access_refused_inputInvalid({ fields: text(facts, 'fields') }),
	notSent: () => m.access_refused_notSent(),
	notFound: () => m.access_refused_notFound()
};

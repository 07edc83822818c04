import type { Refusal } from '#lib/result.ts';
import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

const wrongPassword = (facts: Refusal) => {
	const left = Number(text(facts, 'triesLeft'));
	return left === 1 ? m.accounts_refused_wrongPasswordLast() : m.accounts_refused_wrongPassword({ left });
};

export const accounts: Sentences = {
	wrongPassword,
	mustWait: (facts) => m.accounts_refused_mustWait({ failures: text(facts, 'failures') }),
	signInNameTaken: (facts) => m.accounts_refused_signInNameTaken({ name: text(facts, 'signInName') }),
	unitUnknown: (facts) => m.accounts_refused_unitUnknown({ unit: text(facts, 'unit') }),
	alreadyFounded: () => m.accounts_refused_alreadyFounded()
};

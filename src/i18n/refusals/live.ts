import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

export const live: Sentences = {
	pairingCodeUnknown: () => m.live_refused_pairingCodeUnknown(),
	tooManyTries: () => m.live_refused_tooManyTries(),
	tooManyRequests: () => m.live_refused_tooManyRequests(),
	unanswered: () => m.live_refused_unanswered()
};

import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

export const proceedings: Sentences = {
	meetingNotRunning: () => m.proceedings_refused_meetingNotRunning(),
	noteKnown: () => m.proceedings_refused_noteKnown(),
	assigneeUnknown: () => m.proceedings_refused_assigneeUnknown(),
	noteUnknown: () => m.proceedings_refused_noteUnknown()
};

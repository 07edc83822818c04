// What can be refused to whoever sits in the hall: his first screen fetches no sentence of preparing or of records.
import type { Refusal } from '#lib/result.ts';
import { m } from '../messages/messages.js';
import { access } from './access.ts';
import { ballot } from './ballot.ts';
import { checkIn } from './check-in.ts';
import type { Sentences } from './facts.ts';
import { speaking } from './floor.ts';
import { live } from './live.ts';

const meetingNotCalled = () => m.meetings_refused_meetingNotCalled();
const sentences: Sentences = { ...access, ...checkIn, ...ballot, ...speaking, ...live, meetingNotCalled };

/** The sentence for a refusal of a tap in the hall: checking in, a ballot, asking for the floor. */
export const sentenceInSession = (refusal: Refusal): string =>
	sentences[refusal.code]?.(refusal) ?? refusal.code;

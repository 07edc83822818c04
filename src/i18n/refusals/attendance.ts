import { m } from '../messages/messages.js';
import { checkIn } from './check-in.ts';
import { text, type Sentences } from './facts.ts';

export const attendance: Sentences = {
	...checkIn,
	noQuorum: (facts) =>
		m.attendance_refused_noQuorum({ present: text(facts, 'present'), needed: text(facts, 'needed') }),
	rollBegun: () => m.attendance_refused_rollBegun(),
	seatUnknown: () => m.attendance_refused_seatUnknown()
};

import { m } from '../messages/messages.js';
import { text, type Sentences } from './facts.ts';

export const attendance: Sentences = {
	noQuorum: (facts) =>
		m.attendance_refused_noQuorum({ present: text(facts, 'present'), needed: text(facts, 'needed') }),
	rollBegun: () => m.attendance_refused_rollBegun(),
	rollNotBegun: () => m.attendance_refused_rollNotBegun(),
	alreadyPresent: () => m.attendance_refused_alreadyPresent(),
	notPresent: () => m.attendance_refused_notPresent(),
	seatUnknown: () => m.attendance_refused_seatUnknown(),
	hallCodeOld: () => m.attendance_refused_hallCodeOld(),
	notSeated: () => m.attendance_refused_notSeated()
};

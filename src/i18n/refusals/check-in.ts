import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

/** Of attendance, what is said to who checks himself in; the rest is said to who keeps the roll. */
export const checkIn: Sentences = {
	rollNotBegun: () => m.attendance_refused_rollNotBegun(),
	alreadyPresent: () => m.attendance_refused_alreadyPresent(),
	notPresent: () => m.attendance_refused_notPresent(),
	hallCodeOld: () => m.attendance_refused_hallCodeOld(),
	notSeated: () => m.attendance_refused_notSeated()
};

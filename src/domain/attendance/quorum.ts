// How many must be present for a sitting to be held: a bound of the body's profile on all its members (rule R4: set by
// the working regulation, two thirds by default).
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { neededOf, reaches } from '../meetings/profile.ts';
import type { Roll } from './roll.ts';

export type Quorum = {
	readonly present: number;
	readonly needed: number;
	readonly members: number;
	readonly met: boolean;
};
export type QuorumRefusal = { readonly code: 'noQuorum'; readonly present: number; readonly needed: number };

/** Present, needed and whether that is met; nothing is needed of a meeting that has no profile yet. */
export function quorumOf({ members, profile }: Meeting, { present }: Roll): Quorum {
	if (!profile) return { present, needed: 0, members, met: true };
	const needed = neededOf(members, profile.quorum);
	return { present, needed, members, met: reaches(present, members, profile.quorum) };
}

/** Refused with both numbers where too few are present. */
export function requireQuorum(meeting: Meeting, roll: Roll): Result<Quorum, QuorumRefusal> {
	const quorum = quorumOf(meeting, roll);
	return quorum.met
		? ok(quorum)
		: refuse({ code: 'noQuorum', present: quorum.present, needed: quorum.needed });
}

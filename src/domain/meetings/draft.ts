// A meeting before it is called: a table under a version number. Submitting and approving name the version that was
// meant, so that any later change takes both away by itself.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { PersonId } from '../journal/ids.ts';
import type { Agenda } from './agenda.ts';
import type { MeetingState } from './meeting.ts';
import type { Roster } from './roster.ts';

export type Mark = { readonly version: number; readonly by: PersonId; readonly at: Instant };
export type Draft = {
	readonly state: MeetingState;
	readonly version: number;
	readonly submitted: Mark | null;
	readonly approved: Mark | null;
};
export type DraftRefusal =
	| { readonly code: 'alreadyCalled' }
	| { readonly code: 'changedMeanwhile'; readonly version: number }
	| { readonly code: 'notSubmitted' }
	| { readonly code: 'notApproved' }
	| { readonly code: 'agendaEmpty' }
	| { readonly code: 'noChair' }
	| { readonly code: 'lastSecretary' };

/** Whether a draft may be changed by somebody who saw this version of it. */
export function mayChange(draft: Draft, seen: number): Result<null, DraftRefusal> {
	if (draft.state !== 'draft') return refuse({ code: 'alreadyCalled' });
	if (draft.version !== seen) return refuse({ code: 'changedMeanwhile', version: draft.version });
	return ok(null);
}
export const isSubmitted = ({ submitted, version }: Draft) => submitted?.version === version;
export const isApproved = ({ approved, version }: Draft) => approved?.version === version;

/** Asks for approval of the version seen. Refused while there is nothing to approve or nobody who presides. */
export function submit(
	draft: Draft,
	{ agenda, roster }: { agenda: Agenda; roster: Roster },
	mark: Mark
): Result<Mark, DraftRefusal> {
	const free = mayChange(draft, mark.version);
	if (!free.ok) return free;
	if (agenda.length === 0) return refuse({ code: 'agendaEmpty' });
	if (!roster.some(({ roles }) => roles.includes('chair'))) return refuse({ code: 'noChair' });
	return ok(mark);
}

/** Approves exactly what was submitted, and no later version. */
export function approve(draft: Draft, mark: Mark): Result<Mark, DraftRefusal> {
	const free = mayChange(draft, mark.version);
	if (!free.ok) return free;
	return isSubmitted(draft) ? ok(mark) : refuse({ code: 'notSubmitted' });
}

/** Whether it may be published as it stands: its approval must be of this very version. */
export function mayCall(draft: Draft, seen: number): Result<null, DraftRefusal> {
	const free = mayChange(draft, seen);
	if (!free.ok) return free;
	return isApproved(draft) ? ok(null) : refuse({ code: 'notApproved' });
}

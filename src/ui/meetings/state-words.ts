import type { MeetingState } from '#domain/meetings/meeting.ts';
import type { MeetingLine } from '#domain/meetings/pages.ts';
import { m } from '#i18n/messages/messages.js';

const names: { readonly [state in MeetingState]: () => string } = {
	draft: m.meetings_stateDraft,
	called: m.meetings_stateCalled,
	closed: m.meetings_stateClosed,
	sealed: m.meetings_stateSealed,
	postponed: m.meetings_statePostponed,
	cancelled: m.meetings_stateCancelled
};
type Marked = Pick<MeetingLine, 'state' | 'submitted' | 'approved'>;

/** How far a meeting has come, in words. */
export function stateName({ state, submitted, approved }: Marked): string {
	if (state !== 'draft') return names[state]();
	if (approved) return m.meetings_isApproved();
	return submitted ? m.meetings_isSubmitted() : names.draft();
}
export function stateTone({ state, submitted, approved }: Marked) {
	if (state === 'sealed') return 'record';
	if (approved || state === 'called') return 'ok';
	return submitted ? 'warn' : 'plain';
}

import { can } from '#domain/access/policy.ts';
import type { DraftPage } from '#domain/meetings/pages.ts';
import type { PersonId } from '#domain/journal/ids.ts';

/** What the reader of a draft may do with it: the same rules as on the server. */
export function hisRights({ mine, state }: Pick<DraftPage, 'mine' | 'state'>) {
	const by = { person: '' as PersonId, seat: null, roles: mine, steppedUp: null };
	const draft = state === 'draft';
	return {
		edit: draft && can(by, 'meetings.editAgenda'),
		submit: draft && can(by, 'meetings.submit'),
		approve: draft && can(by, 'meetings.approveAgenda'),
		call: draft && can(by, 'meetings.call')
	};
}

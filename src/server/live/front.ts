import * as v from 'valibot';
import { can } from '#domain/access/policy.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import { audienceFor, viewOf } from '#domain/live/audience.ts';
import type { FrontPage } from '#domain/live/pages.ts';
import { ok, refuse } from '#lib/result.ts';
import { query } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { reader } from './papers.ts';
import { current } from './state.ts';

/** Agenda and papers of a meeting, before and after its sittings, as the reader's first audience sees them. */
export const frontPage = query({
	name: 'live.frontPage',
	needs: 'meetings.read',
	input: v.object({ meeting: idOf<MeetingId>() }),
	actor: reader,
	async work(tx, { input: { meeting }, by }) {
		const { live, seq } = await current(tx, meeting);
		if (seq === 0)
			return can(by, 'meetings.readDraft')
				? ok<FrontPage>({ state: 'draft', meeting })
				: refuse({ code: 'notFound' });
		const audience = audienceFor(by, null);
		if (!audience) return refuse({ code: 'notAllowed' });
		const { state, heading, agenda, sittings, current: inHand, ended } = viewOf(live, audience).meeting;
		return ok<FrontPage>({
			state: 'called',
			meeting,
			shown: { state, heading, agenda, sittings, current: inHand, ended },
			roles: by.roles,
			seat: by.seat,
			papers: can(by, 'documents.readPaper')
		});
	}
});

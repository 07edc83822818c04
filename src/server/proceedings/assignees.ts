import * as v from 'valibot';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { Assignees } from '#domain/proceedings/pages.ts';
import { ok } from '#lib/result.ts';
import { findPeopleByPost, findUnits } from '#server/accounts/finding.ts';
import { actorInDraft } from '#server/meetings/queries.ts';
import { query } from '#server/platform/desk.ts';
import { idOf, line } from '#server/platform/input.ts';

const most = 8;
/** Whom a conclusion may name: units by name, people by name or position, at most eight of each. */
export const assigneesPage = query({
	name: 'proceedings.findAssignees',
	needs: 'proceedings.write',
	input: v.object({ meeting: idOf<MeetingId>(), text: line(80, 2) }),
	actor: actorInDraft,
	work: async (tx, { input: { text } }) =>
		ok<Assignees>({
			units: await findUnits(tx, { text, most }),
			people: await findPeopleByPost(tx, { text, most })
		})
});

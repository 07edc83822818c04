// Calling turns a draft into a journal: from here on the tables of the draft are projections.
import * as v from 'valibot';
import { emptyTree } from '#domain/journal/tree.ts';
import type { CommandId, MeetingId, SittingId } from '#domain/journal/ids.ts';
import { emptyMeeting, type LiveEvent } from '#domain/live/meeting.ts';
import { draftMeeting } from '#domain/meetings/meeting.ts';
import { hashOfRoster } from '#domain/meetings/roster.ts';
import { votersOf } from '#domain/voting/voters.ts';
import { ok, refuse } from '#lib/result.ts';
import { actorInDraft, draftOf } from '#server/meetings/queries.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { record } from './run.ts';
import { liveMeetings } from './tables.ts';

export const callMeeting = deskCommand({
	name: 'meetings.call',
	needs: 'meetings.call',
	input: v.object({
		meeting: idOf<MeetingId>(),
		sittings: v.array(v.object({ id: idOf<SittingId>(), closed: v.boolean() }))
	}),
	actor: actorInDraft,
	async work(tx, { input: { meeting, sittings }, by, at }) {
		const draft = await draftOf(tx, meeting);
		if (draft?.state !== 'draft') return refuse({ code: 'alreadyCalled' });
		const { agenda, people } = draft;
		const members = votersOf(draftMeeting, people).length;
		const called: LiveEvent = {
			type: 'meeting.called',
			parent: null,
			agenda,
			roster: hashOfRoster(people),
			members,
			sittings
		};

		const row = { meeting, seq: 0, at: new Date(at), tree: emptyTree, foldSeq: 0, fold: '' };
		await tx.insert(liveMeetings).values(row);
		const empty = { seq: 0, live: emptyMeeting, roster: people, at, tree: emptyTree, foldSeq: 0 };
		return ok(
			await record(tx, empty, { meeting, command: newId<CommandId>(), by, at, events: [called] }).then(
				({ seq }) => ({ seq })
			)
		);
	}
});

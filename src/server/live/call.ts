// Calling turns a draft into a journal: from here on the tables of the draft are projections.
import * as v from 'valibot';
import { emptyTree } from '#domain/journal/tree.ts';
import type { CommandId, MeetingId } from '#domain/journal/ids.ts';
import { emptyMeeting, type LiveEvent } from '#domain/live/meeting.ts';
import { mayCall } from '#domain/meetings/draft.ts';
import { draftMeeting } from '#domain/meetings/meeting.ts';
import { votersOf } from '#domain/voting/voters.ts';
import { ok, refuse } from '#lib/result.ts';
import { actorInDraft, heldMeeting, profileOf } from '#server/meetings/queries.ts';
import { notify } from '#server/notices/notify.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf, wholeNumber } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { record } from './run.ts';
import { liveMeetings } from './tables.ts';

/** Publishes a draft whose approval is of this very version, and tells those who are called. */
export const callMeeting = deskCommand({
	name: 'meetings.call',
	needs: 'meetings.call',
	input: v.object({ meeting: idOf<MeetingId>(), version: wholeNumber }),
	actor: actorInDraft,
	async work(tx, { input: { meeting, version }, by, at }) {
		const draft = await heldMeeting(tx, meeting);
		if (!draft) return refuse({ code: 'notFound' });
		const free = mayCall(draft, version);
		if (!free.ok) return free;
		const profile = await profileOf(tx, draft.body);
		if (!profile) return refuse({ code: 'noProfile' });
		const { heading, agenda, sittings, points, people, roster } = draft;
		const members = votersOf(draftMeeting, people).length;
		const called: LiveEvent = {
			type: 'meeting.called',
			parent: null,
			heading,
			profile,
			agenda,
			roster,
			members,
			sittings,
			points
		};
		const row = { meeting, seq: 0, at: new Date(at), tree: emptyTree, foldSeq: 0, fold: '' };
		await tx.insert(liveMeetings).values(row);
		const empty = { seq: 0, live: emptyMeeting, roster: people, at, tree: emptyTree, foldSeq: 0 };
		const command = newId<CommandId>();
		const { seq } = await record(tx, empty, { meeting, command, by, at, events: [called] });
		const told = people.map(({ person }) => person).filter((person) => person !== by.person);
		await notify(tx, told, { kind: 'meetingCalled', about: meeting, title: heading.title });
		return ok({ meeting, seq });
	}
});

import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { ItemId, MeetingId, PersonId, SeatId, SittingId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { addItem } from '#domain/meetings/agenda.ts';
import { endItem, endSitting, openASitting, startItem } from '#domain/meetings/meeting.ts';
import { changeRoster } from '#domain/meetings/roster.ts';
import { ok, refuse } from '#lib/result.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { checked, idOf, wholeNumber } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';
import { newId } from '#server/platform/new-id.ts';
import { actorInDraft } from './queries.ts';
import { meetings } from './tables.ts';

export const addAgendaItem = deskCommand({
	name: 'meetings.addAgendaItem',
	needs: 'meetings.editAgenda',
	input: v.object({
		meeting: idOf<MeetingId>(),
		version: wholeNumber,
		title: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(300)),
		closed: checked
	}),
	actor: actorInDraft,
	async work(tx, { input: { meeting, version, title, closed } }) {
		const [draft] = await tx.select().from(meetings).where(eq(meetings.id, meeting)).for('update');
		if (draft?.state !== 'draft') return refuse({ code: 'alreadyCalled' });
		if (draft.version !== version) return refuse({ code: 'changedMeanwhile', version: draft.version });

		const added = addItem(draft.agenda, { id: newId<ItemId>(), title, closed: closed ?? false });
		if (!added.ok) return added;
		await tx
			.update(meetings)
			.set({ agenda: added.value, version: version + 1 })
			.where(eq(meetings.id, meeting));
		return ok({ version: version + 1 });
	}
});

export const openSittingCommand = liveCommand({
	name: 'meetings.openSitting',
	needs: 'meetings.conduct',
	input: v.object({ sitting: idOf<SittingId>() }),
	decide: ({ meeting, input }) => openASitting(meeting.meeting, input.sitting)
});
export const endSittingCommand = liveCommand({
	name: 'meetings.endSitting',
	needs: 'meetings.conduct',
	input: v.object({}),
	decide: ({ meeting }) => endSitting(meeting.meeting)
});
export const startItemCommand = liveCommand({
	name: 'meetings.startItem',
	needs: 'meetings.conduct',
	input: v.object({ item: idOf<ItemId>() }),
	decide: ({ meeting, input }) => startItem(meeting.meeting, input.item)
});
export const endItemCommand = liveCommand({
	name: 'meetings.endItem',
	needs: 'meetings.conduct',
	input: v.object({}),
	decide: ({ meeting }) => endItem(meeting.meeting)
});
/** Who presides and who keeps the console is not changed by one person alone. */
const roles: Role[] = ['delegate', 'member', 'teller', 'substitute', 'guest', 'observer'];
export const changeRosterCommand = liveCommand({
	name: 'meetings.changeRoster',
	needs: 'meetings.changeRoster',
	input: v.object({
		person: idOf<PersonId>(),
		roles: v.array(v.picklist(roles)),
		seat: v.nullable(v.custom<SeatId>((s) => typeof s === 'string' && s.length < 40))
	}),
	decide: ({ meeting, roster, input }) => changeRoster(meeting.meeting, roster, input)
});

// Who takes which part in a draft: who presides, who keeps the console.
import * as v from 'valibot';
import type { MeetingId, PersonId, SeatId } from '#domain/journal/ids.ts';
import { roles } from '#domain/journal/role.ts';
import { withPart, type Called, type Roster } from '#domain/meetings/roster.ts';
import { ok, refuse } from '#lib/result.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { checked, idOf, jsonOf, wholeNumber } from '#server/platform/input.ts';
import { changeDraft, keepRoster } from './drafting.ts';
import { actorInDraft } from './queries.ts';

const seen = { meeting: idOf<MeetingId>(), version: wholeNumber };

const givable = roles.filter((role) => role !== 'hallScreen' && role !== 'pointScreen' && role !== 'public');
const part = v.object({
	person: idOf<PersonId>(),
	roles: v.pipe(v.array(v.picklist(givable)), v.minLength(1)),
	seat: v.nullable(
		v.custom<SeatId>((seat) => typeof seat === 'string' && seat.length > 0 && seat.length < 40)
	)
});
/** Gives participants their roles and seats in this meeting: who presides, who keeps the console. */
export const changeParticipants = deskCommand({
	name: 'meetings.changeParticipants',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, parts: jsonOf(v.pipe(v.array(part), v.minLength(1), v.maxLength(5000))) }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, async ({ people }) => {
			const unknown = input.parts.find(({ person }) => !people.some((one) => one.person === person));
			if (unknown) return refuse({ code: 'notOnRoster' });
			const parts = new Map(input.parts.map((one) => [one.person, one] as const));
			const changed: Roster = people.map((one): Called => ({ ...one, ...parts.get(one.person) }));
			const seats = changed.map(({ seat }) => seat).filter((seat) => seat !== null);
			if (new Set(seats).size < seats.length) return refuse({ code: 'seatTaken' });
			return ok({ roster: await keepRoster(tx, input.meeting, changed) });
		})
});

/** Gives one participant a part at the table, or takes it away. A draft never stays without anybody who may change it. */
export const changePart = deskCommand({
	name: 'meetings.changePart',
	needs: 'meetings.editAgenda',
	input: v.object({
		...seen,
		person: idOf<PersonId>(),
		role: v.picklist(['chair', 'secretary']),
		has: checked
	}),
	actor: actorInDraft,
	work: (tx, { input: { person, role, has = false, ...input } }) =>
		changeDraft(tx, input, async ({ people }) => {
			if (!people.some((one) => one.person === person)) return refuse({ code: 'notOnRoster' });
			const changed = withPart(people, { person, role, has });
			if (!changed.some((one) => one.roles.includes('secretary'))) return refuse({ code: 'lastSecretary' });
			return ok({ roster: await keepRoster(tx, input.meeting, changed) });
		})
});

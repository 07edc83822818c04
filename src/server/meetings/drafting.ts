// A draft's commands: each names the version it saw, and makes the next one.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { ItemId, MeetingId, PersonId, SittingId, UnitId, VoteId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import {
	addItem,
	changeItem,
	moveItem,
	putItemBack,
	removeItem,
	type AgendaItem
} from '#domain/meetings/agenda.ts';
import { approve, mayChange, submit } from '#domain/meetings/draft.ts';
import type { PlannedSitting } from '#domain/meetings/meeting.ts';
import { planSittings } from '#domain/meetings/sittings.ts';
import { inNewTimes, withMinutes } from '#domain/meetings/timing.ts';
import { thresholds } from '#domain/meetings/profile.ts';
import { hashOfRoster, type Roster } from '#domain/meetings/roster.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { unitNameOf, unitsOfRole } from '#server/accounts/queries.ts';
import { notify } from '#server/notices/notify.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { checked, idOf, jsonOf, line, wholeNumber } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { participantsFrom } from './participants.ts';
import { actorInDraft, heldMeeting, profileOf, type HeldMeeting } from './queries.ts';
import { meetings, participants, rosters } from './tables.ts';

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const clockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const sitting = v.object({
	id: v.optional(idOf<SittingId>()),
	date,
	start: clockTime,
	end: clockTime,
	place: line(200),
	closed: v.optional(v.boolean())
});
const slot = v.object({
	sitting: idOf<SittingId>(),
	start: clockTime,
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(720))
});
const plannedVote = v.object({
	id: v.optional(idOf<VoteId>()),
	code: line(12),
	subject: line(300),
	threshold: v.picklist(thresholds),
	resolution: v.nullable(v.object({ title: line(300), isNormative: v.boolean() }))
});
const seen = { meeting: idOf<MeetingId>(), version: wholeNumber };
const itemFields = {
	title: line(300, 3),
	presenter: v.optional(line(200, 0), ''),
	closed: checked,
	slots: jsonOf(v.pipe(v.array(slot), v.minLength(1), v.maxLength(8))),
	votes: v.optional(jsonOf(v.pipe(v.array(plannedVote), v.maxLength(30))), [])
};
/** A sitting as it was sent; whether it is closed stays as it was where nothing is said of it. */
function asPlanned(
	one: v.InferOutput<typeof sitting>,
	before: readonly PlannedSitting[] = []
): PlannedSitting {
	const was = before.find(({ id }) => id === one.id);
	return { ...one, id: one.id ?? newId<SittingId>(), closed: one.closed ?? was?.closed ?? false };
}
const withIds = (votes: v.InferOutput<typeof plannedVote>[]) =>
	votes.map((vote) => ({ ...vote, id: vote.id ?? newId<VoteId>() }));

/** Who may prepare a meeting of a body: whoever is its secretary outside of any meeting. */
async function actorInBody(
	tx: Tx,
	{ body }: { body: UnitId },
	{ person, steppedUp }: { person: PersonId; steppedUp: Actor['steppedUp'] }
): Promise<Actor> {
	const served = await unitsOfRole(tx, person, 'secretary');
	const serves = served.some(({ id }) => id === body);
	return { person, steppedUp, seat: null, roles: serves ? ['secretary'] : ['public'] };
}

/** A new meeting of a body: its members are called, and whoever serves it keeps the part he has there. */
export const createMeeting = deskCommand({
	name: 'meetings.create',
	needs: 'meetings.prepare',
	input: v.object({
		body: idOf<UnitId>(),
		title: line(300, 3),
		ordinal: v.optional(wholeNumber),
		sittings: jsonOf(v.pipe(v.array(sitting), v.minLength(1), v.maxLength(40)))
	}),
	actor: actorInBody,
	async work(tx, { input: { body, title, ordinal, sittings } }) {
		const [profile, bodyName] = [await profileOf(tx, body), await unitNameOf(tx, body)];
		if (!profile || bodyName === null) return refuse({ code: 'noProfile' });
		const meeting = newId<MeetingId>();
		const planned = sittings.map((one) => asPlanned(one));
		const kind = 'councilSession' as const;
		await tx.insert(meetings).values({
			id: meeting,
			body,
			heading: { title, kind, body, bodyName, ordinal: ordinal ?? null },
			state: 'draft',
			version: 1,
			agenda: [],
			sittings: planned,
			roster: await keepRoster(tx, meeting, await participantsFrom(tx, body))
		});
		return ok({ meeting, version: 1, sittings: planned.map(({ id }) => id) });
	}
});

/** Keeps a roster under its hash, and who has which part, to be asked by person. */
export async function keepRoster(tx: Tx, meeting: MeetingId, people: Roster) {
	const hash = hashOfRoster(people);
	await tx.insert(rosters).values({ hash, people }).onConflictDoNothing();
	await tx.delete(participants).where(eq(participants.meeting, meeting));
	const rows = people.map(({ person, seat, roles }) => ({ meeting, person, seat, roles }));
	if (rows.length > 0) await tx.insert(participants).values(rows);
	return hash;
}

type Changed = Result<{ readonly version: number }, Refusal>;
type Change = Partial<Pick<HeldMeeting, 'agenda' | 'sittings' | 'heading' | 'roster' | 'points' | 'removed'>>;
const keptRemoved = 20;

/** Changes a draft that still is as it was seen; both marks fall away with the new version. */
export async function changeDraft(
	tx: Tx,
	{ meeting, version }: { meeting: MeetingId; version: number },
	change: (draft: HeldMeeting) => Result<Change, Refusal> | Promise<Result<Change, Refusal>>
): Promise<Changed> {
	const draft = await heldMeeting(tx, meeting);
	if (!draft) return refuse({ code: 'notFound' });
	const free = mayChange(draft, version);
	if (!free.ok) return free;
	const changed = await change(draft);
	if (!changed.ok) return changed;
	await tx
		.update(meetings)
		.set({ ...changed.value, version: version + 1 })
		.where(eq(meetings.id, meeting));
	return ok({ version: version + 1 });
}
const agendaOf = (result: Result<readonly AgendaItem[], Refusal>): Result<Change, Refusal> =>
	result.ok ? ok({ agenda: result.value }) : result;

export const addAgendaItem = deskCommand({
	name: 'meetings.addAgendaItem',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, ...itemFields }),
	actor: actorInDraft,
	work: (tx, { input: { title, presenter, closed, slots, votes, ...input } }) =>
		changeDraft(tx, input, ({ agenda }) => {
			const item = { id: newId<ItemId>(), title, presenter, closed: closed ?? false, slots };
			return agendaOf(addItem(agenda, { ...item, votes: withIds(votes), papers: [] }));
		})
});
export const changeAgendaItem = deskCommand({
	name: 'meetings.changeAgendaItem',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, item: idOf<ItemId>(), ...itemFields }),
	actor: actorInDraft,
	work: (tx, { input: { item: id, title, presenter, closed, slots, votes, ...input } }) =>
		changeDraft(tx, input, ({ agenda }) => {
			const papers = agenda.find((one) => one.id === id)?.papers ?? [];
			const item = { id, title, presenter, closed: closed ?? false, slots, votes: withIds(votes), papers };
			return agendaOf(changeItem(agenda, item));
		})
});
export const removeAgendaItem = deskCommand({
	name: 'meetings.removeAgendaItem',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, item: idOf<ItemId>() }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, ({ agenda, removed }) => {
			const at = agenda.findIndex(({ id }) => id === input.item);
			const without = removeItem(agenda, input.item);
			const item = agenda[at];
			if (!without.ok || !item) return agendaOf(without);
			return ok({ agenda: without.value, removed: [...removed, { item, at }].slice(-keptRemoved) });
		})
});
/** Puts an item that was removed back where it stood, with its votes and papers. */
export const putAgendaItemBack = deskCommand({
	name: 'meetings.putAgendaItemBack',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, item: idOf<ItemId>() }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, ({ agenda, removed }) => {
			const gone = removed.findLast(({ item }) => item.id === input.item);
			return gone ? agendaOf(putItemBack(agenda, gone)) : refuse({ code: 'itemUnknown' });
		})
});
export const moveAgendaItem = deskCommand({
	name: 'meetings.moveAgendaItem',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, item: idOf<ItemId>(), to: wholeNumber }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, ({ agenda }) => {
			const moved = moveItem(agenda, input.item, input.to);
			return moved.ok ? ok({ agenda: inNewTimes(agenda, moved.value) }) : moved;
		})
});
/** Gives an item another length in one sitting; the times of what follows there move with it. */
export const changeMinutes = deskCommand({
	name: 'meetings.changeMinutes',
	needs: 'meetings.editAgenda',
	input: v.object({
		...seen,
		item: idOf<ItemId>(),
		sitting: idOf<SittingId>(),
		minutes: v.pipe(wholeNumber, v.minValue(1), v.maxValue(720))
	}),
	actor: actorInDraft,
	work: (tx, { input: { item, sitting, minutes, ...input } }) =>
		changeDraft(tx, input, ({ agenda }) =>
			agenda.some(({ id }) => id === item)
				? ok({ agenda: withMinutes(agenda, { item, sitting, minutes }) })
				: refuse({ code: 'itemUnknown' })
		)
});
export const changeSittings = deskCommand({
	name: 'meetings.changeSittings',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, sittings: jsonOf(v.pipe(v.array(sitting), v.minLength(1), v.maxLength(40))) }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, (draft) =>
			planSittings(
				draft,
				input.sittings.map((one) => asPlanned(one, draft.sittings))
			)
		)
});

export const submitAgenda = deskCommand({
	name: 'meetings.submit',
	needs: 'meetings.submit',
	input: v.object(seen),
	actor: actorInDraft,
	async work(tx, { input: { meeting, version }, by, at }) {
		const draft = await heldMeeting(tx, meeting);
		if (!draft) return refuse({ code: 'notFound' });
		const { agenda, people: roster } = draft;
		const submitted = submit(draft, { agenda, roster }, { version, by: by.person, at });
		if (!submitted.ok) return submitted;
		await tx.update(meetings).set({ submitted: submitted.value }).where(eq(meetings.id, meeting));
		await tellRole(tx, draft, 'chair', 'approvalWanted');
		return ok({ version });
	}
});
export const approveAgenda = deskCommand({
	name: 'meetings.approveAgenda',
	needs: 'meetings.approveAgenda',
	input: v.object(seen),
	actor: actorInDraft,
	async work(tx, { input: { meeting, version }, by, at }) {
		const draft = await heldMeeting(tx, meeting);
		if (!draft) return refuse({ code: 'notFound' });
		const approved = approve(draft, { version, by: by.person, at });
		if (!approved.ok) return approved;
		await tx.update(meetings).set({ approved: approved.value }).where(eq(meetings.id, meeting));
		await tellRole(tx, draft, 'secretary', 'draftApproved');
		return ok({ version });
	}
});

const tellRole = (tx: Tx, { id, people, heading }: HeldMeeting, role: Role, kind: NoticeKind) =>
	notify(
		tx,
		people.filter(({ roles }) => roles.includes(role)).map(({ person }) => person),
		{ kind, about: id, title: heading.title }
	);

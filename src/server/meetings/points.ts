// Bridge points of a draft, and who takes part from outside of the body: technicians, heads of communes, guests.
import * as v from 'valibot';
import type { MeetingId, PersonId, PointId } from '#domain/journal/ids.ts';
import type { FoundPerson } from '#domain/meetings/pages.ts';
import { addPoint, removePoint } from '#domain/meetings/points.ts';
import { isMember, type Called, type Roster } from '#domain/meetings/roster.ts';
import { ok, refuse } from '#lib/result.ts';
import { findPeopleByPost } from '#server/accounts/finding.ts';
import { personNamed, positionOf } from '#server/accounts/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand, query } from '#server/platform/desk.ts';
import { idOf, line, wholeNumber } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { changeDraft, keepRoster } from './drafting.ts';
import { actorInDraft } from './queries.ts';

const seen = { meeting: idOf<MeetingId>(), version: wholeNumber };
/** A form sends an empty field for the hall. */
const pointOrHall = v.union([
	v.pipe(
		v.literal(''),
		v.transform((): null => null)
	),
	idOf<PointId>()
]);

export const addBridgePoint = deskCommand({
	name: 'meetings.addPoint',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, name: line(80, 2) }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, ({ points }) => {
			const added = addPoint(points, { id: newId<PointId>(), name: input.name });
			return added.ok ? ok({ points: added.value }) : added;
		})
});
/** Whoever was placed there takes part from the hall again. */
export const removeBridgePoint = deskCommand({
	name: 'meetings.removePoint',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, point: idOf<PointId>() }),
	actor: actorInDraft,
	work: (tx, { input }) =>
		changeDraft(tx, input, async ({ points, people }) => {
			const left = removePoint(points, input.point);
			if (!left.ok) return left;
			const moved = people.map((one) => (one.point === input.point ? { ...one, point: null } : one));
			return ok({ points: left.value, roster: await keepRoster(tx, input.meeting, moved) });
		})
});
/** Says from where somebody takes part: from the hall, or at a bridge point. */
export const placeParticipant = deskCommand({
	name: 'meetings.placeParticipant',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, person: idOf<PersonId>(), point: pointOrHall }),
	actor: actorInDraft,
	work: (tx, { input: { person, point, ...input } }) =>
		changeDraft(tx, input, async ({ points, people }) => {
			if (!people.some((one) => one.person === person)) return refuse({ code: 'notOnRoster' });
			if (point !== null && !points.some(({ id }) => id === point)) return refuse({ code: 'pointUnknown' });
			const placed = people.map((one) => (one.person === person ? { ...one, point } : one));
			return ok({ roster: await keepRoster(tx, input.meeting, placed) });
		})
});
/** Calls somebody who is no member: he has no seat and no vote. */
export const addParticipant = deskCommand({
	name: 'meetings.addParticipant',
	needs: 'meetings.editAgenda',
	input: v.object({
		...seen,
		person: idOf<PersonId>(),
		role: v.picklist(['bridgeTechnician', 'bridgeHead', 'technician', 'usher', 'guest']),
		point: pointOrHall
	}),
	actor: actorInDraft,
	work: (tx, { input: { person, role, point, ...input } }) =>
		changeDraft(tx, input, async ({ points, people }) => {
			if (people.some((one) => one.person === person)) return refuse({ code: 'alreadyOnRoster' });
			if (point !== null && !points.some(({ id }) => id === point)) return refuse({ code: 'pointUnknown' });
			const added = await partFrom(tx, person);
			if (!added) return refuse({ code: 'notFound' });
			const roster: Roster = [...people, { ...added, roles: [role], point }];
			return ok({ roster: await keepRoster(tx, input.meeting, roster) });
		})
});
/** Takes somebody off the list again. Refused for members: they are called by law. */
export const removeParticipant = deskCommand({
	name: 'meetings.removeParticipant',
	needs: 'meetings.editAgenda',
	input: v.object({ ...seen, person: idOf<PersonId>() }),
	actor: actorInDraft,
	work: (tx, { input: { person, ...input } }) =>
		changeDraft(tx, input, async ({ people }) => {
			const found = people.find((one) => one.person === person);
			if (!found) return refuse({ code: 'notOnRoster' });
			if (isMember(found)) return refuse({ code: 'isMember' });
			const left = people.filter((one) => one !== found);
			if (!left.some(({ roles }) => roles.includes('secretary'))) return refuse({ code: 'lastSecretary' });
			return ok({ roster: await keepRoster(tx, input.meeting, left) });
		})
});

/** People by a part of their name or position, its marks left out or not: at most twenty. */
export const peopleToCall = query({
	name: 'meetings.findPeople',
	needs: 'meetings.editAgenda',
	input: v.object({ meeting: idOf<MeetingId>(), text: line(80, 2) }),
	actor: actorInDraft,
	async work(tx, { input }) {
		const found = await findPeopleByPost(tx, { text: input.text, most: 20 });
		return ok(found.map(({ id, ...named }): FoundPerson => ({ person: id, ...named })));
	}
});

async function partFrom(tx: Tx, id: PersonId): Promise<Omit<Called, 'roles' | 'point'> | null> {
	const person = await personNamed(tx, id);
	if (!person) return null;
	const position = await positionOf(tx, id);
	return {
		person: id,
		name: person.name,
		address: person.address,
		seat: null,
		mandate: null,
		group: null,
		post: position ? `${position.title}, ${position.unit}` : null
	};
}

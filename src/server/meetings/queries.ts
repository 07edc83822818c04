import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { MeetingId, PersonId, UnitId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { isApproved, isSubmitted } from '#domain/meetings/draft.ts';
import type { MeetingState } from '#domain/meetings/meeting.ts';
import type { DraftPage, MeetingLine } from '#domain/meetings/pages.ts';
import type { RuleProfile } from '#domain/meetings/profile.ts';
import type { Roster } from '#domain/meetings/roster.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse } from '#lib/result.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { meetings, participants, rosters, ruleProfiles } from './tables.ts';

const known = new Map<Hash, Roster>(); // a roster never changes under its hash

export async function rosterOf(tx: Tx, hash: Hash | null): Promise<Roster> {
	if (hash === null) return [];
	const cached = known.get(hash);
	if (cached) return cached;
	const [row] = await tx.select().from(rosters).where(eq(rosters.hash, hash));
	if (row) known.set(hash, row.people);
	return row?.people ?? [];
}

export async function profileOf(tx: Tx, body: UnitId): Promise<RuleProfile | null> {
	const [row] = await tx
		.select({ profile: ruleProfiles.profile })
		.from(ruleProfiles)
		.where(eq(ruleProfiles.body, body));
	return row?.profile ?? null;
}

/** Those of these bodies that have rules: only they can hold a meeting. */
export async function withProfile<Body extends { readonly id: UnitId }>(
	tx: Tx,
	bodies: readonly Body[]
): Promise<readonly Body[]> {
	const ids = bodies.map(({ id }) => id);
	const rows = await tx
		.select({ body: ruleProfiles.body })
		.from(ruleProfiles)
		.where(inArray(ruleProfiles.body, ids));
	return bodies.filter(({ id }) => rows.some(({ body }) => body === id));
}

/** In which part somebody takes part in a meeting that is not yet called. */
export async function actorInDraft(
	tx: Tx,
	{ meeting }: { meeting: MeetingId },
	{ person, steppedUp }: SignedIn
): Promise<Actor> {
	const here = and(eq(participants.meeting, meeting), eq(participants.person, person));
	const [part] = await tx
		.select({ seat: participants.seat, roles: participants.roles })
		.from(participants)
		.where(here);
	return { person, steppedUp, seat: part?.seat ?? null, roles: part?.roles ?? ['public'] };
}

/** Whether a meeting is still a draft, or what it has become; null where there is none. */
export async function draftStateOf(tx: Tx, meeting: MeetingId): Promise<MeetingState | null> {
	const [row] = await tx.select({ state: meetings.state }).from(meetings).where(eq(meetings.id, meeting));
	return row?.state ?? null;
}

/** A meeting's row with its people, held until the transaction ends: for whoever changes it. */
export async function heldMeeting(tx: Tx, meeting: MeetingId) {
	const [row] = await tx.select().from(meetings).where(eq(meetings.id, meeting)).for('update');
	return row ? { ...row, people: await rosterOf(tx, row.roster) } : null;
}
export type HeldMeeting = NonNullable<Awaited<ReturnType<typeof heldMeeting>>>;

/** The draft with everything in it: for its secretary and its chair. */
export const draftPage = query({
	name: 'meetings.draftPage',
	needs: 'meetings.readDraft',
	input: v.object({ meeting: idOf<MeetingId>() }),
	actor: actorInDraft,
	async work(tx, { input, by }) {
		const [row] = await tx.select().from(meetings).where(eq(meetings.id, input.meeting));
		if (!row) return refuse({ code: 'notFound' });
		const { id, heading, state, version, agenda, sittings, points, submitted, approved } = row;
		const people = await rosterOf(tx, row.roster);
		const named = (person: PersonId | undefined) => people.find((one) => one.person === person)?.name ?? null;
		return ok<DraftPage>({
			meeting: id,
			heading,
			state,
			version,
			agenda,
			sittings,
			people,
			points,
			profile: await profileOf(tx, row.body),
			submitted: isSubmitted(row) && submitted ? { at: submitted.at, by: named(submitted.by) } : null,
			approved: isApproved(row) && approved ? { at: approved.at, by: named(approved.by) } : null,
			mine: by.roles
		});
	}
});

/** The meetings that somebody is called to, the newest first; drafts only for those who prepare or approve them. */
export async function meetingsOf(tx: Tx, person: PersonId): Promise<readonly MeetingLine[]> {
	const rows = await tx
		.select({
			meeting: meetings.id,
			heading: meetings.heading,
			state: meetings.state,
			version: meetings.version,
			sittings: meetings.sittings,
			submitted: meetings.submitted,
			approved: meetings.approved,
			roles: participants.roles,
			seat: participants.seat
		})
		.from(participants)
		.innerJoin(meetings, eq(meetings.id, participants.meeting))
		.where(eq(participants.person, person))
		.orderBy(desc(meetings.createdAt), asc(meetings.id));
	return rows
		.filter(
			({ state, roles }) =>
				state !== 'draft' || roles.some((role) => role === 'chair' || role === 'secretary')
		)
		.map(({ submitted, approved, ...row }) => ({
			...row,
			submitted: submitted?.version === row.version,
			approved: approved?.version === row.version
		}));
}

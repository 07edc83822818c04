import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import type { AgendaPage } from '#domain/meetings/pages.ts';
import type { Roster } from '#domain/meetings/roster.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse } from '#lib/result.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { meetings, rosters } from './tables.ts';

const known = new Map<Hash, Roster>(); // a roster never changes under its hash

export async function rosterOf(tx: Tx, hash: Hash | null): Promise<Roster> {
	if (hash === null) return [];
	const cached = known.get(hash);
	if (cached) return cached;
	const [row] = await tx.select().from(rosters).where(eq(rosters.hash, hash));
	if (row) known.set(hash, row.people);
	return row?.people ?? [];
}

/** In which part somebody takes part in a meeting that is not yet called. */
export async function actorInDraft(
	tx: Tx,
	{ meeting }: { meeting: MeetingId },
	who: SignedIn
): Promise<Actor> {
	const [row] = await tx
		.select({ people: rosters.people })
		.from(meetings)
		.innerJoin(rosters, eq(rosters.hash, meetings.roster))
		.where(eq(meetings.id, meeting));
	const part = row?.people.find(({ person }) => person === who.person);
	return {
		person: who.person,
		steppedUpAt: who.steppedUp?.at ?? null,
		seat: part?.seat ?? null,
		roles: part?.roles ?? ['public']
	};
}

export const agendaPage = query({
	name: 'meetings.agendaPage',
	needs: 'meetings.editAgenda', // the draft with the titles of closed items: not for everybody
	input: v.object({ meeting: idOf<MeetingId>() }),
	actor: actorInDraft,
	async work(tx, { input }) {
		const [row] = await tx.select().from(meetings).where(eq(meetings.id, input.meeting));
		if (!row) return refuse({ code: 'notFound' });
		const { id, title, version, agenda } = row;
		return ok<AgendaPage>({ meeting: id, title, version, items: agenda });
	}
});

/** A draft, held until the transaction ends. */
export async function draftOf(tx: Tx, meeting: MeetingId) {
	const { state, agenda } = meetings;
	const [row] = await tx
		.select({ state, agenda, people: rosters.people })
		.from(meetings)
		.innerJoin(rosters, eq(rosters.hash, meetings.roster))
		.where(eq(meetings.id, meeting))
		.for('update');
	return row ?? null;
}

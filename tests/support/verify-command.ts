// What must hold after every live command: the old state with the new events is the state fetched afresh, the chain holds,
// every audience's copy built from what it is told is what it would be shown, and nobody but who acted has changed.
import { expect } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { leafOf, entryBytes } from '#domain/journal/entry.ts';
import { emptyTree, grow, rootOf, type Tree } from '#domain/journal/tree.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import { audiences, redact, stepOf, viewOf } from '#domain/live/audience.ts';
import { applyToMeeting } from '#domain/live/meeting.ts';
import { current, entriesAfter, forget } from '#server/live/state.ts';
import { liveMeetings } from '#server/live/tables.ts';
import { db, transaction } from '#server/platform/db.ts';
import { liveCommandNamed } from '#server/registry.ts';
import { done, type hall } from './hall.ts';

type Hall = Awaited<ReturnType<typeof hall>>;
type Doing = { readonly by: PersonId; readonly name: string; readonly input?: object };
export const verified = new Set<string>();

/** Runs it, and checks what must hold after each; the answer is what was recorded. */
export async function verifyCommand(h: Hall, { by, name, input = {} }: Doing) {
	const state = () => transaction(null, (tx) => current(tx, h.meeting));
	const before = await state();

	done(await h.act(by, name, input));

	const recorded = await transaction(null, (tx) => entriesAfter(tx, h.meeting, before.seq));
	forget(h.meeting);
	const after = await state();
	let truth = before.live;
	const copies = new Map(audiences.map((audience) => [audience, viewOf(truth, audience)] as const));
	for (const { event } of recorded) {
		const step = stepOf(truth, event);
		for (const [audience, copy] of copies) copies.set(audience, applyToMeeting(copy, redact(step, audience)));
		truth = step.after;
	}
	expect(recorded.length).toBeGreaterThan(0);
	expect(truth).toEqual(after.live);
	for (const [audience, copy] of copies) expect(copy).toEqual(viewOf(after.live, audience));
	expect(recorded.every((entry) => entry.by.person === by)).toBe(true);
	await chainHolds(h);
	verified.add(name);
	return recorded.map(({ event }) => event);
}

async function chainHolds({ meeting }: Hall) {
	const entries = await transaction(null, (tx) => entriesAfter(tx, meeting, 0));
	const [row] = await db
		.select({ tree: liveMeetings.tree })
		.from(liveMeetings)
		.where(eq(liveMeetings.meeting, meeting));
	const [stored] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from journal where meeting = ${meeting}`
	);
	const tree = entries.reduce<Tree>((grown, entry) => grow(grown, leafOf(entryBytes(entry))), emptyTree);
	expect(row && rootOf(row.tree)).toBe(rootOf(tree));
	expect(entries.map(({ seq }) => seq)).toEqual(
		Array.from({ length: stored?.count ?? 0 }, (_, at) => at + 1)
	);
}

/** That whoever has no right to it is refused and nothing is recorded. */
export async function refusedTo(
	h: Hall,
	people: readonly PersonId[],
	{ name, input = {} }: Omit<Doing, 'by'>
) {
	const { seq } = await transaction(null, (tx) => current(tx, h.meeting));
	for (const person of people) {
		const answer = await h.act(person, name, input);
		expect(answer.ok, `${name} by ${person}`).toBe(false);
		expect(answer.ok || answer.refusal.code).toBe('notAllowed');
	}
	expect(liveCommandNamed(name)).toBeDefined();
	expect((await transaction(null, (tx) => current(tx, h.meeting))).seq).toBe(seq);
}

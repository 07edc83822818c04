// Who somebody is for a task: his part in the meeting that concluded it, what he is in its body, and whether he is a clerk of
// the lead unit.
import { eq } from 'drizzle-orm';
import type { Actor } from '#domain/access/actor.ts';
import type { Acting } from '#domain/followup/task.ts';
import type { TaskId, UnitId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { actorIn, type SignedIn } from '#domain/live/mine.ts';
import { unitsOfRole } from '#server/accounts/queries.ts';
import { current } from '#server/live/state.ts';
import type { Tx } from '#server/platform/db.ts';
import { tasks } from './tables.ts';

const keeping: readonly Role[] = ['secretary', 'chair'];
type OfTask = { readonly task: TaskId };

export async function actorForTask(tx: Tx, { task: id }: OfTask, who: SignedIn): Promise<Actor> {
	const { meeting, body, unit } = tasks;
	const [task] = await tx.select({ meeting, body, unit }).from(tasks).where(eq(tasks.id, id));
	const stranger: Actor = { person: who.person, seat: null, roles: ['public'], steppedUp: who.steppedUp };
	if (!task || who.screen) return stranger;
	const { live, roster } = await current(tx, task.meeting);
	const part = actorIn(live, roster, who);
	const there = part.roles.filter((role) => keeping.includes(role));
	return { ...part, roles: [...there, ...(await servingIn(tx, task, who))] };
}

type Where = { readonly body: UnitId; readonly unit: UnitId | null };
async function servingIn(tx: Tx, { body, unit }: Where, { person }: SignedIn): Promise<Role[]> {
	const found: Role[] = [];
	for (const role of keeping)
		if ((await unitsOfRole(tx, person, role)).some(({ id }) => id === body)) found.push(role);
	const clerkOf = await unitsOfRole(tx, person, 'unitClerk');
	return clerkOf.some(({ id }) => id === unit) ? [...found, 'unitClerk'] : found;
}

export const actingOf = ({ person, roles }: Actor): Acting => ({
	person,
	isClerk: roles.includes('unitClerk')
});

import type { Actor } from '#domain/access/actor.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import type { Tx } from '#server/platform/db.ts';
import { rolesOf } from './queries.ts';

/** In which part somebody acts outside of meetings: by roles in units and by mandates. */
export async function actorOutside(tx: Tx, _: object, { person, steppedUp }: SignedIn): Promise<Actor> {
	return { person, seat: null, roles: await rolesOf(tx, person), steppedUp };
}

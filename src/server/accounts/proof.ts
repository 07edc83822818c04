// What asks each time who somebody is (signing, exporting, releasing) takes the password with the very act.
import { policy, type Permission } from '#domain/access/policy.ts';
import type { Right } from '#domain/access/rule.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction } from '#server/platform/db.ts';
import { verifyPassword } from './entry.ts';

/**
 * Who acts, with the proof that this permission asks for: nothing for most; for what asks each time the password typed
 * with the act, good for this act alone. A wrong one is refused, counted and slows down as at the door.
 */
export async function proven(
	who: SignedIn,
	needs: Permission,
	input: { readonly password?: unknown }
): Promise<Result<SignedIn, Refusal>> {
	const right: Right = policy[needs];
	// a proof for one act is never kept: whatever a sign-in carries was given for a sitting
	const kept = who.steppedUp?.sitting ? who.steppedUp : null;
	if (right.stepUp !== 'eachTime') return ok({ ...who, steppedUp: kept });
	const { password } = input;
	if (typeof password !== 'string' || password === '') return refuse({ code: 'stepUpNeeded' });
	const shown = await transaction(who.person, (tx) => verifyPassword(tx, who.person, password));
	return shown.ok ? ok({ ...who, steppedUp: { at: clock.now(), sitting: null } }) : shown;
}

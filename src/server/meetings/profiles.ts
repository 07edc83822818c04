// The rules of a body. The first ones may be entered by its administrator, unconfirmed; to change or confirm rules takes
// two persons, which no command offers yet.
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { UnitId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { ok, refuse } from '#lib/result.ts';
import { unitsOfRole } from '#server/accounts/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf, line } from '#server/platform/input.ts';
import { ruleProfiles } from './tables.ts';

const part = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(3600));
const bound = v.object({
	kind: v.picklist(['moreThan', 'atLeast']),
	numerator: part,
	denominator: part,
	source: line(200)
});

async function actorInUnit(
	tx: Tx,
	{ body }: { body: UnitId },
	{ person, steppedUp }: SignedIn
): Promise<Actor> {
	const administered = await unitsOfRole(tx, person, 'unitAdmin');
	const mine = administered.some(({ id }) => id === body);
	return { person, steppedUp, seat: null, roles: mine ? ['unitAdmin'] : ['public'] };
}

/** Enters the rules of a body that has none: they stand as not yet confirmed wherever a result rests on them. */
export const enterProfile = deskCommand({
	name: 'meetings.enterProfile',
	needs: 'meetings.enterProfile',
	input: v.object({
		body: idOf<UnitId>(),
		id: line(60),
		title: line(200),
		wording: v.picklist(['council', 'meeting', 'party']),
		quorum: bound,
		thresholds: v.object({ majorityOfAll: bound, twoThirdsOfAll: bound }),
		ballot: v.object({ suggestedSeconds: seconds, extendSeconds: seconds, mayChange: v.boolean() }),
		speech: v.object({ allottedSeconds: seconds, warnSeconds: seconds, extendSeconds: seconds })
	}),
	actor: actorInUnit,
	async work(tx, { input }) {
		const { body } = input;
		const entered = await tx
			.insert(ruleProfiles)
			.values({ body, profile: { ...input, confirmed: false } })
			.onConflictDoNothing()
			.returning({ body: ruleProfiles.body });
		return entered.length > 0 ? ok({ body }) : refuse({ code: 'profileExists' });
	}
});

// Pairing a hall screen. The device shows a code and waits; whoever keeps the console types it; the device then holds a
// sign-in of its own, good for one sitting. Everything is in tables, so that it does not matter which process is asked.
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import * as v from 'valibot';
import type { MeetingId, SittingId } from '#domain/journal/ids.ts';
import { openSitting, sittingOf } from '#domain/meetings/meeting.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import { endSignIn, signInScreen } from '#server/accounts/sign-ins.ts';
import { audit } from '#server/platform/audit.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { isOneTooMany } from '#server/platform/tries.ts';
import { actorInMeeting } from './queries.ts';
import { current } from './state.ts';
import { screenPairings } from './tables.ts';

export const pairingLastsMs = 120_000;
const mostGuesses = 10;
const mostCodes = 30;
const digits = 1_000_000;

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const newCode = () => String(randomInt(digits)).padStart(6, '0');
export const newDevice = () => randomBytes(32).toString('base64url');

export type PairingCode = { readonly code: string; readonly until: Instant };
/**
 * A new code for the device that waits under this secret; its old one is good no longer. Refused where one address asks
 * for very many.
 */
export async function showPairingCode(
	device: string,
	address: string
): Promise<Result<PairingCode, Refusal>> {
	return transaction(null, async (tx) => {
		if (await isOneTooMany(tx, `screen ${address}`, mostCodes)) return refuse({ code: 'tooManyTries' });
		const now = clock.now();
		const until = instant(now + pairingLastsMs);
		await tx.delete(screenPairings).where(lte(screenPairings.expiresAt, new Date(now)));
		const row = { deviceHash: hashOf(device), expiresAt: new Date(until), meeting: null, sitting: null };
		await tx.delete(screenPairings).where(eq(screenPairings.deviceHash, row.deviceHash));
		for (;;) {
			const code = newCode();
			const added = await tx
				.insert(screenPairings)
				.values({ ...row, codeHash: hashOf(code) })
				.onConflictDoNothing()
				.returning({ device: screenPairings.deviceHash });
			if (added.length > 0) return ok({ code, until });
		}
	});
}

/** The token of a screen whose code has been typed: once, then the pairing is gone. Null while it waits. */
export async function pairedToken(device: string, old: string | undefined): Promise<string | null> {
	return transaction(null, async (tx) => {
		const [row] = await tx
			.delete(screenPairings)
			.where(and(eq(screenPairings.deviceHash, hashOf(device)), sql`${screenPairings.meeting} is not null`))
			.returning({ meeting: screenPairings.meeting, sitting: screenPairings.sitting });
		if (!row?.meeting || !row.sitting) return null;
		if (old) await endSignIn(tx, old); // whoever was signed in on this device is no longer
		return signInScreen(tx, { meeting: row.meeting, sitting: row.sitting });
	});
}

const sixDigits = v.pipe(
	v.string(),
	v.transform((text) => text.replace(/\s/g, '')),
	v.regex(/^\d{6}$/)
);
/** Makes the device that shows this code the hall screen of the sitting in hand, or of the next one. */
export const pairScreen = deskCommand({
	name: 'live.pairScreen',
	needs: 'live.pairScreen',
	input: v.object({ meeting: idOf<MeetingId>(), code: sixDigits }),
	actor: actorInMeeting,
	async work(tx, { input: { meeting, code }, by, at }) {
		if (await isOneTooMany(tx, `pair ${by.person}`, mostGuesses)) return refuse({ code: 'tooManyTries' });
		const sitting = sittingInHand((await current(tx, meeting)).live);
		if (!sitting) return refuse({ code: 'sittingUnknown' });
		const paired = await pair(tx, { code, meeting, sitting, at });
		const outcome = paired ? 'done' : 'pairingCodeUnknown';
		await audit(tx, { person: by.person, act: 'live.pairScreen', outcome, facts: { meeting, sitting } });
		return paired ? ok({ sitting }) : refuse({ code: 'pairingCodeUnknown' });
	}
});

type Pairing = {
	readonly code: string;
	readonly meeting: MeetingId;
	readonly sitting: SittingId;
	readonly at: Instant;
};
async function pair(tx: Tx, { code, meeting, sitting, at }: Pairing): Promise<boolean> {
	const waiting = and(
		eq(screenPairings.codeHash, hashOf(code)),
		isNull(screenPairings.meeting),
		gt(screenPairings.expiresAt, new Date(at))
	);
	const paired = await tx
		.update(screenPairings)
		.set({ meeting, sitting })
		.where(waiting)
		.returning({ device: screenPairings.deviceHash });
	return paired.length > 0;
}

/** The open sitting; before it opens the one whose roll is taken, else the next one planned. */
function sittingInHand({ meeting, roll }: LiveMeeting): SittingId | null {
	const rolled = roll.sitting && sittingOf(meeting, roll.sitting);
	const here = openSitting(meeting) ?? (rolled && rolled.state !== 'ended' ? rolled : null);
	return (here ?? meeting.sittings.find(({ state }) => state === 'planned'))?.id ?? null;
}

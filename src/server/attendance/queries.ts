import { eq, sql, type SQL } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { isHallCode } from '#domain/attendance/hall-code.ts';
import type { PersonId, SittingId } from '#domain/journal/ids.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '#server/platform/db.ts';
import { isOneTooMany } from '#server/platform/tries.ts';
import { attendance, hallCodes } from './tables.ts';

/** The secret of a sitting's hall code; null before its roll is begun. */
export async function hallSecretOf(tx: Tx, sitting: SittingId): Promise<string | null> {
	const [row] = await tx
		.select({ secret: hallCodes.secret })
		.from(hallCodes)
		.where(eq(hallCodes.sitting, sitting));
	return row?.secret ?? null;
}
export const newHallSecret = () => randomBytes(32).toString('base64url');

type Shown = { readonly sitting: SittingId | null; readonly code: string; readonly way: 'qr' | 'code' };
export async function isCodeOf(tx: Tx, { sitting, code, way }: Shown, at: Instant): Promise<boolean> {
	const secret = sitting && (await hallSecretOf(tx, sitting));
	return secret ? isHallCode(code, { secret, sitting, at, way }) : false;
}

const mostTries = 20;
/** Counts a try at a hall code; a person who tries too often in a minute is told to wait. */
export const isGuessing = (tx: Tx, person: PersonId): Promise<boolean> =>
	isOneTooMany(tx, `hall-code ${person}`, mostTries);

/** A condition for another module's statement: that a seat is on the roll of a sitting at this moment. */
export const isOnRoll = ({ meeting, sitting, seat }: { meeting: SQL; sitting: SQL; seat: SQL }): SQL =>
	sql`exists (select 1 from ${attendance} here where here.meeting = ${meeting} and here.sitting = ${sitting}
		and here.seat = ${seat} and here.left_at is null)`;

// The codes of the printed sheet as they are stored: made when a meeting is called, and anew when the secretary says so.
import { eq, or } from 'drizzle-orm';
import { randomBytes, randomInt } from 'node:crypto';
import { codeLength, codeSigns } from '#domain/attendance/hall-code.ts';
import type { ItemId, MeetingId } from '#domain/journal/ids.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { Tx } from '#server/platform/db.ts';
import { sheetCodes } from './tables.ts';

const handleBytes = 16;
const newHandle = () => randomBytes(handleBytes).toString('base64url');
const newShortCode = () =>
	Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('');

/** Makes a code for a meeting and one for each of its items. A short code that is taken is thrown again. */
export async function makeSheetCodes(
	tx: Tx,
	meeting: MeetingId,
	agenda: readonly AgendaItem[]
): Promise<void> {
	let missing: readonly (ItemId | null)[] = [null, ...agenda.map(({ id }) => id)];
	while (missing.length > 0) {
		const rows = missing.map((item) => ({ handle: newHandle(), shortCode: newShortCode(), meeting, item }));
		const made = await tx
			.insert(sheetCodes)
			.values(rows)
			.onConflictDoNothing()
			.returning({ item: sheetCodes.item });
		missing = missing.filter((item) => !made.some((one) => one.item === item));
	}
}

/** Makes all codes of a meeting worthless. */
export const dropSheetCodes = (tx: Tx, meeting: MeetingId) =>
	tx.delete(sheetCodes).where(eq(sheetCodes.meeting, meeting));

export const sheetCodesOf = (tx: Tx, meeting: MeetingId) =>
	tx.select().from(sheetCodes).where(eq(sheetCodes.meeting, meeting));

/** What a handle or a short code was made for; undefined for one that is good no longer, or never was. */
export async function targetOf(tx: Tx, code: string) {
	const [target] = await tx
		.select({ meeting: sheetCodes.meeting, item: sheetCodes.item })
		.from(sheetCodes)
		.where(or(eq(sheetCodes.handle, code), eq(sheetCodes.shortCode, code)));
	return target;
}

// Which series a record takes its number from, and how the number and the code are printed.
import { randomBytes } from 'node:crypto';
import type { CalendarDate } from '#domain/records/content.ts';
import { codePrefix, letterheadOf } from '#domain/records/letterhead.ts';
import { printedNumber, type Series } from '#domain/records/number.ts';
import { recordCode } from '#domain/records/record-code.ts';
import { isoInVietnam, type Instant } from '#lib/time.ts';
import { unitOf } from '#server/accounts/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { isBegun, numberAhead, type RegisterSeries } from './register.ts';
import type { records } from './tables.ts';

type Row = typeof records.$inferSelect;

const TYPES = { minutes: 'BB', resolution: 'NQ' } as const;

/** The day of an instant in Vietnam. */
export function calendarDay(at: Instant): CalendarDate {
	const [year = 0, month = 0, day = 0] = isoInVietnam(at).slice(0, 10).split('-').map(Number);
	return { year, month, day };
}

/** The series of a record that is numbered at this instant. */
export function seriesOf({ organisation, kind, draft }: Row, at: Instant): RegisterSeries {
	const normative = draft.kind === 'resolution' && draft.isNormative;
	return { organisation, type: TYPES[kind], normative, year: calendarDay(at).year };
}

export async function printedIn(tx: Tx, series: RegisterSeries, taken: number): Promise<string> {
	const { symbol } = letterheadOf((await unitOf(tx, series.organisation)).name);
	const whole: Series = { ...series, body: symbol };
	return printedNumber(taken, whole);
}

/** The number that the record would get now, and whether none of its series was taken here before. */
export async function nextFor(tx: Tx, row: Row, at: Instant) {
	const series = seriesOf(row, at);
	const printed = await printedIn(tx, series, await numberAhead(tx, series));
	return { printed, isFirst: !(await isBegun(tx, series)) };
}

/** `MG-NQ-58-2026-…`, ending in chance. */
export async function newCode(
	tx: Tx,
	{ organisation, type, year }: RegisterSeries,
	taken: number
): Promise<string> {
	const { code } = await unitOf(tx, organisation);
	return recordCode([codePrefix(code), type, String(taken).padStart(2, '0'), String(year)], randomBytes(64));
}

// The register of outgoing documents. A number is taken in the transaction of the record that bears it.
import { and, eq, max, sql } from 'drizzle-orm';
import type { PersonId, RecordId, UnitId } from '#domain/journal/ids.ts';
import { nextNumber, type Series } from '#domain/records/number.ts';
import { refuse, ok, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '#server/platform/db.ts';
import { register, registerSeries } from './tables.ts';

export type RegisterSeries = { readonly organisation: UnitId } & Omit<Series, 'body'>;
type Table = typeof register | typeof registerSeries;
const isOf = (table: Table, { organisation, type, normative, year }: RegisterSeries) =>
	and(
		eq(table.organisation, organisation),
		eq(table.type, type),
		eq(table.normative, normative),
		eq(table.year, year)
	);

/** The number that would be taken now: to be shown, never to be counted on. */
export async function numberAhead(tx: Tx, series: RegisterSeries): Promise<number> {
	const [taken] = await tx
		.select({ highest: max(register.number) })
		.from(register)
		.where(isOf(register, series));
	const [begun] = await tx
		.select({ last: registerSeries.last })
		.from(registerSeries)
		.where(isOf(registerSeries, series));
	const known = [taken?.highest ?? 0, begun?.last ?? 0];
	return nextNumber(known.map((number) => ({ number, state: 'inUse' })));
}

type Taking = { readonly record: RecordId; readonly person: PersonId; readonly at: Instant };
/** Takes the next number of the series: one at a time, so that none is taken twice and none is left out. */
export async function takeNumber(
	tx: Tx,
	series: RegisterSeries,
	{ record, person, at }: Taking
): Promise<number> {
	await inTurn(tx, series);
	const number = await numberAhead(tx, series);
	await tx
		.insert(register)
		.values({ ...series, number, record, state: 'inUse', takenBy: person, takenAt: new Date(at) });
	return number;
}

/** Whether a number of the series was ever taken here. */
export async function isBegun(tx: Tx, series: RegisterSeries): Promise<boolean> {
	const found = await tx
		.select({ number: register.number })
		.from(register)
		.where(isOf(register, series))
		.limit(1);
	return found.length > 0;
}

/** Says up to which number a series was used on paper or elsewhere. Refused once a number has been taken here. */
export async function beginSeries(
	tx: Tx,
	series: RegisterSeries,
	last: number
): Promise<Result<null, { readonly code: 'seriesBegun' }>> {
	await inTurn(tx, series);
	if (await isBegun(tx, series)) return refuse({ code: 'seriesBegun' });
	await tx
		.insert(registerSeries)
		.values({ ...series, last })
		.onConflictDoUpdate({
			target: [
				registerSeries.organisation,
				registerSeries.type,
				registerSeries.normative,
				registerSeries.year
			],
			set: { last }
		});
	return ok(null);
}

/** Marks the number of a record *bỏ*: it stays in the register and is never taken again. */
export async function giveNumberUp(tx: Tx, record: RecordId, reason: string): Promise<void> {
	await tx.update(register).set({ state: 'givenUp', reason }).where(eq(register.record, record));
}

async function inTurn(tx: Tx, { organisation, type, normative, year }: RegisterSeries): Promise<void> {
	const key = `register ${organisation} ${type} ${normative} ${year}`;
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

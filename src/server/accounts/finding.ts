// Finding units and people by a part of what they are called, its marks left out or not.
import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Day } from '#domain/accounts/unit.ts';
import type { PersonId, UnitId } from '#domain/journal/ids.ts';
import { plain } from '#lib/plain.ts';
import type { Tx } from '#server/platform/db.ts';
import { today } from './queries.ts';
import { people, positions, units } from './tables.ts';

/** As `plain` does it in the browser, by the database. */
const plainOf = (column: PgColumn) =>
	sql`replace(regexp_replace(normalize(lower(${column}), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;
const contains = (column: PgColumn, text: string) => sql`strpos(${plainOf(column)}, ${plain(text)}) > 0`;
const goodOn = (table: { readonly from: PgColumn; readonly to: PgColumn }, on: Day) =>
	and(lte(table.from, on), or(isNull(table.to), gte(table.to, on)));

type Sought = { readonly text: string; readonly most: number };
/** Units of today whose names contain a text, by name. */
export const findUnits = (tx: Tx, { text, most }: Sought) =>
	tx
		.select({ id: units.id, name: units.name })
		.from(units)
		.where(and(contains(units.name, text), goodOn(units, today())))
		.orderBy(asc(units.name), asc(units.id))
		.limit(most);

/**
 * People whose names, or what they are today in words, contain a text; by name, each with the first of his positions
 * and its unit.
 */
export const findPeopleByPost = (tx: Tx, { text, most }: Sought) =>
	tx
		.selectDistinctOn([people.name, people.id], {
			id: people.id,
			name: people.name,
			post: positions.title,
			unit: units.name
		})
		.from(people)
		.leftJoin(positions, and(eq(positions.person, people.id), goodOn(positions, today())))
		.leftJoin(units, eq(units.id, positions.unit))
		.where(or(contains(people.name, text), contains(positions.title, text)))
		.orderBy(asc(people.name), asc(people.id), asc(positions.id))
		.limit(most);

type Named = { readonly unit: UnitId | null; readonly person: PersonId | null };
/** Whether the unit and the person are there, where they are named. */
export async function areKnown(tx: Tx, { unit, person }: Named): Promise<boolean> {
	const foundUnit = unit && (await tx.select({ id: units.id }).from(units).where(eq(units.id, unit)));
	const foundPerson =
		person && (await tx.select({ id: people.id }).from(people).where(eq(people.id, person)));
	return foundUnit?.length !== 0 && foundPerson?.length !== 0;
}

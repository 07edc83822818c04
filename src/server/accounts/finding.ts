// Finding units and people by a part of what they are called, its marks left out or not.
import { and, asc, count, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Day } from '#domain/accounts/unit.ts';
import type { PersonId, UnitId } from '#domain/journal/ids.ts';
import type { Tx } from '#server/platform/db.ts';
import { today } from './queries.ts';
import { people, positions, units } from './tables.ts';

const plain = (column: PgColumn) =>
	sql`replace(regexp_replace(normalize(lower(${column}), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;
const plainText = (text: string) =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replaceAll('đ', 'd');
const contains = (column: PgColumn, text: string) => sql`strpos(${plain(column)}, ${plainText(text)}) > 0`;
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

/** People whose names, or what they are today in words, contain a text; by name, each with the first of his positions. */
export const findPeopleByPost = (tx: Tx, { text, most }: Sought) =>
	tx
		.selectDistinctOn([people.name, people.id], { id: people.id, name: people.name, post: positions.title })
		.from(people)
		.leftJoin(positions, and(eq(positions.person, people.id), goodOn(positions, today())))
		.where(or(contains(people.name, text), contains(positions.title, text)))
		.orderBy(asc(people.name), asc(people.id), asc(positions.id))
		.limit(most);

type Named = { readonly unit: UnitId | null; readonly person: PersonId | null };
/** Whether the unit and the person are there, where they are named. */
export async function areKnown(tx: Tx, { unit, person }: Named): Promise<boolean> {
	const found = async (table: typeof units | typeof people, id: UnitId | PersonId | null) => {
		if (id === null) return true;
		const [row] = await tx
			.select({ count: count() })
			.from(table)
			.where(inArray(table.id, [id as never]));
		return row?.count === 1;
	};
	return (await found(units, unit)) && found(people, person);
}

// What other modules may ask about people, units, mandates and roles.
import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Member, Person, Staff } from '#domain/accounts/pages.ts';
import type { Day, UnitKind } from '#domain/accounts/unit.ts';
import type { PersonId, UnitId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { dayOf } from '#lib/time.ts';
import { clock } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/db.ts';
import { accounts, mandates, people, positions, roleGrants, units } from './tables.ts';

type Lasting = { readonly from: PgColumn; readonly to: PgColumn };
const goodOn = (table: Lasting, on: Day): SQL | undefined =>
	and(lte(table.from, on), or(isNull(table.to), gte(table.to, on)));
export const today = (): Day => dayOf(clock.now());

const person = { id: people.id, name: people.name, gender: people.gender, address: people.address };

/** One person; null where there is none. */
export async function personNamed(tx: Tx, id: PersonId): Promise<Person | null> {
	const [row] = await tx.select(person).from(people).where(eq(people.id, id));
	return row ?? null;
}

/** These people, in no order. */
export const peopleNamed = (tx: Tx, ids: readonly PersonId[]): Promise<Person[]> =>
	tx
		.select(person)
		.from(people)
		.where(inArray(people.id, [...ids]));

/** The person behind a sign-in name, which is compared as it is stored. */
export async function personBySignInName(tx: Tx, signInName: string): Promise<PersonId | null> {
	const [row] = await tx
		.select({ person: accounts.person })
		.from(accounts)
		.where(eq(accounts.signInName, signInName));
	return row?.person ?? null;
}

/** Units by their codes; codes that name none are left out. */
export async function unitsByCode(tx: Tx, codes: readonly string[]) {
	const rows = await tx
		.select()
		.from(units)
		.where(inArray(units.code, [...codes]));
	return new Map(rows.map((unit) => [unit.code, unit] as const));
}

/** The members of a body on a day, in the order of their places, each with the delegate group and committee they also belong to. */
export async function membersOf(tx: Tx, body: UnitId, on: Day = today()): Promise<Member[]> {
	const members = await tx
		.select({ ...person, code: mandates.code, place: mandates.place })
		.from(mandates)
		.innerJoin(people, eq(people.id, mandates.person))
		.where(and(eq(mandates.body, body), goodOn(mandates, on)))
		.orderBy(asc(mandates.place));
	const [parts, titles] = [await partsOf(tx, body, on), await titlesIn(tx, body, on)];
	const partIn = (kind: UnitKind, id: PersonId) =>
		parts.find((part) => part.kind === kind && part.person === id)?.name ?? null;
	return members.map((member) => ({
		...member,
		title: titles.get(member.id) ?? null,
		group: partIn('delegateGroup', member.id),
		committee: partIn('committee', member.id)
	}));
}

/** Who belongs to the groups and committees of a council. */
const partsOf = (tx: Tx, council: UnitId, on: Day) =>
	tx
		.select({ person: mandates.person, kind: units.kind, name: units.name })
		.from(mandates)
		.innerJoin(units, eq(units.id, mandates.body))
		.where(and(eq(units.parent, council), goodOn(mandates, on)));

async function titlesIn(tx: Tx, unit: UnitId, on: Day) {
	const rows = await tx
		.select({ person: positions.person, title: positions.title })
		.from(positions)
		.where(and(eq(positions.unit, unit), goodOn(positions, on)));
	return new Map(rows.map(({ person, title }) => [person, title] as const));
}

/** What people are in words: the position, or else the delegate group. */
export async function placeOf(tx: Tx, ids: readonly PersonId[], on: Day = today()) {
	const titles = await tx
		.select({ person: positions.person, text: positions.title })
		.from(positions)
		.where(and(inArray(positions.person, [...ids]), goodOn(positions, on)))
		.orderBy(asc(positions.id));
	const groups = await tx
		.select({ person: mandates.person, text: units.name })
		.from(mandates)
		.innerJoin(units, eq(units.id, mandates.body))
		.where(and(inArray(mandates.person, [...ids]), eq(units.kind, 'delegateGroup'), goodOn(mandates, on)));
	// the first position of somebody wins over further ones, and each over a group
	return new Map([...groups, ...titles.toReversed()].map(({ person, text }) => [person, text] as const));
}

/** What somebody is in words, with the unit: the first position of today, or null. */
export async function positionOf(tx: Tx, id: PersonId, on: Day = today()) {
	const [row] = await tx
		.select({ title: positions.title, unit: units.name })
		.from(positions)
		.innerJoin(units, eq(units.id, positions.unit))
		.where(and(eq(positions.person, id), goodOn(positions, on)))
		.orderBy(asc(positions.id))
		.limit(1);
	return row ?? null;
}

const roleIn: { readonly [kind in UnitKind]?: Role } = {
	peoplesCouncil: 'delegate',
	standingBody: 'member',
	committee: 'member',
	peoplesCommittee: 'member',
	inspectionCommission: 'member'
};

/** The roles of a person outside of meetings: granted in a unit, or from a mandate in a body. */
export async function rolesOf(tx: Tx, id: PersonId, on: Day = today()): Promise<readonly Role[]> {
	const granted = await tx
		.select({ role: roleGrants.role })
		.from(roleGrants)
		.where(and(eq(roleGrants.person, id), goodOn(roleGrants, on)));
	const seats = await tx
		.select({ kind: units.kind })
		.from(mandates)
		.innerJoin(units, eq(units.id, mandates.body))
		.where(and(eq(mandates.person, id), goodOn(mandates, on)));
	const seated = seats.map(({ kind }) => roleIn[kind]).filter((role) => role !== undefined);
	return [...new Set([...granted.map(({ role }) => role), ...seated])];
}

/** The units in which a person has a role today: whose clerk, whose administrator. */
export const unitsOfRole = (tx: Tx, id: PersonId, role: Role, on: Day = today()) =>
	tx
		.select({ id: units.id, code: units.code, name: units.name })
		.from(roleGrants)
		.innerJoin(units, eq(units.id, roleGrants.unit))
		.where(and(eq(roleGrants.person, id), eq(roleGrants.role, role), goodOn(roleGrants, on)));

/** Who serves a unit itself today, with all roles there: its secretaries, its records clerk, who presides over it. */
export async function staffOf(tx: Tx, unit: UnitId, on: Day = today()): Promise<Staff[]> {
	const rows = await tx
		.select({ ...person, role: roleGrants.role })
		.from(roleGrants)
		.innerJoin(people, eq(people.id, roleGrants.person))
		.where(and(eq(roleGrants.unit, unit), goodOn(roleGrants, on)))
		.orderBy(asc(roleGrants.id));
	const places = await placeOf(
		tx,
		rows.map(({ id }) => id),
		on
	);
	const staff = new Map<PersonId, Staff>();
	for (const { role, ...one } of rows) {
		const known = staff.get(one.id)?.roles ?? [];
		staff.set(one.id, { ...one, title: places.get(one.id) ?? null, roles: [...known, role] });
	}
	return [...staff.values()];
}

export async function unitNameOf(tx: Tx, unit: UnitId): Promise<string | null> {
	const [row] = await tx.select({ name: units.name }).from(units).where(eq(units.id, unit));
	return row?.name ?? null;
}

/** A unit that is known to be there: an id from another table. */
export async function unitOf(tx: Tx, unit: UnitId) {
	const [row] = await tx.select({ code: units.code, name: units.name }).from(units).where(eq(units.id, unit));
	if (!row) throw new Error(`there is no unit ${unit}`);
	return row;
}

// Units, people and what they are: made by an administrator of the system. The first of them is made with the installation.
import { inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Day } from '#domain/accounts/unit.ts';
import type { PersonId, UnitId } from '#domain/journal/ids.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { audit } from '#server/platform/audit.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { parse, type InputRefusal } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { actorOutside } from './actor.ts';
import { newPerson, newUnit, type GoodPerson, type GoodUnit } from './input.ts';
import { hashPassword } from './passwords.ts';
import { today, unitsByCode } from './queries.ts';
import { accounts, mandates, people, positions, roleGrants, units } from './tables.ts';

export type { NewPerson, NewUnit } from './input.ts';
export type PeopleRefusal =
	| { readonly code: 'signInNameTaken'; readonly signInName: string }
	| { readonly code: 'unitUnknown'; readonly unit: string }
	| { readonly code: 'alreadyFounded' };

/** Adds units to the tree, parents before children. */
export const addUnits = deskCommand({
	name: 'accounts.addUnits',
	needs: 'accounts.changePeople',
	input: v.object({ units: v.pipe(v.array(newUnit), v.maxLength(500)), from: v.optional(v.string()) }),
	actor: actorOutside,
	async work(tx, { input, by }) {
		const added = await insertUnits(tx, input.units, input.from ?? today());
		if (!added.ok) return added;
		const facts = { units: input.units.length };
		await audit(tx, { person: by.person, act: 'accounts.addUnits', outcome: 'done', facts });
		return ok(null);
	}
});

/** Adds people, each with account, mandates, positions and roles as given; all of them or nobody. */
export const addPeople = deskCommand({
	name: 'accounts.addPeople',
	needs: 'accounts.changePeople',
	input: v.object({ people: v.pipe(v.array(newPerson), v.maxLength(5000)) }),
	actor: actorOutside,
	async work(tx, { input, by }) {
		const added = await insertPeople(tx, input.people);
		if (!added.ok) return added;
		const facts = { people: input.people.length };
		await audit(tx, { person: by.person, act: 'accounts.addPeople', outcome: 'done', facts });
		return added;
	}
});

const founding = v.object({ unit: newUnit, administrator: newPerson });
/**
 * The first unit and its administrator, who makes all others. No desk command: there is nobody yet who could act. Refused as
 * soon as there is anybody.
 */
export async function found(raw: unknown): Promise<Result<PersonId, PeopleRefusal | InputRefusal>> {
	const parsed = parse(founding, raw);
	if (!parsed.ok) return parsed;
	const { unit, administrator } = parsed.value;
	return transaction<Result<PersonId, PeopleRefusal>>(null, async (tx) => {
		const [somebody] = await tx.select({ id: people.id }).from(people).limit(1);
		if (somebody) return refuse({ code: 'alreadyFounded' });
		const added = await insertUnits(tx, [unit], administrator.from ?? today());
		if (!added.ok) return added;
		const roles = [{ unit: unit.code, role: 'systemAdmin' as const }];
		const made = await insertPeople(tx, [{ ...administrator, roles }]);
		if (!made.ok) return made;
		const [person] = made.value;
		if (!person) throw new Error('one person was added, so one id was expected');
		await audit(tx, { person, act: 'accounts.found', outcome: 'done' });
		return ok(person);
	});
}

async function insertUnits(
	tx: Tx,
	added: readonly GoodUnit[],
	from: Day
): Promise<Result<null, PeopleRefusal>> {
	const withIds = added.map((unit) => ({ ...unit, id: newId<UnitId>(), from }));
	const ids = new Map(withIds.map(({ code, id }) => [code, id] as const));
	const outside = added.flatMap(({ parent }) => (parent && !ids.has(parent) ? [parent] : []));
	const known = await unitIds(tx, outside);
	if (!known.ok) return known;
	const rows = withIds.map(({ parent, ...unit }) => ({
		...unit,
		parent: parent ? (ids.get(parent) ?? known.value(parent)) : null
	}));
	await tx.insert(units).values(rows);
	return ok(null);
}

/** The id of a code, for codes that all name a unit; refused where one does not. */
async function unitIds(
	tx: Tx,
	codes: readonly string[]
): Promise<Result<(code: string) => UnitId, PeopleRefusal>> {
	const found = await unitsByCode(tx, [...new Set(codes)]);
	const unknown = codes.find((code) => !found.has(code));
	if (unknown !== undefined) return refuse({ code: 'unitUnknown', unit: unknown });
	return ok((code) => {
		const unit = found.get(code);
		if (!unit) throw new Error(`the unit ${code} was not among those looked up`);
		return unit.id;
	});
}

async function insertPeople(
	tx: Tx,
	added: readonly GoodPerson[]
): Promise<Result<readonly PersonId[], PeopleRefusal>> {
	const used = added.flatMap((one) => [
		...one.mandates.map(({ body }) => body),
		...[...one.positions, ...one.roles].map(({ unit }) => unit)
	]);
	const unit = await unitIds(tx, used);
	if (!unit.ok) return unit;
	const free = await freeNames(tx, added);
	if (!free.ok) return free;
	const withIds = added.map((one) => ({ ...one, person: newId<PersonId>(), from: one.from ?? today() }));

	await tx
		.insert(people)
		.values(withIds.map(({ person: id, name, gender, address }) => ({ id, name, gender, address })));
	await insertAccounts(tx, withIds);
	await insertParts(tx, withIds, unit.value);
	return ok(withIds.map(({ person }) => person));
}
type WithId = GoodPerson & { readonly person: PersonId; readonly from: Day };

async function freeNames(tx: Tx, added: readonly GoodPerson[]): Promise<Result<null, PeopleRefusal>> {
	const wanted = added.flatMap(({ account }) => (account ? [account.signInName] : []));
	const twice = wanted.find((name, at) => wanted.indexOf(name) !== at);
	const [taken] = await tx
		.select({ name: accounts.signInName })
		.from(accounts)
		.where(inArray(accounts.signInName, wanted))
		.limit(1);
	const signInName = twice ?? taken?.name;
	return signInName === undefined ? ok(null) : refuse({ code: 'signInNameTaken', signInName });
}

async function insertAccounts(tx: Tx, added: readonly WithId[]) {
	const hashing = added.flatMap(({ person, account }) =>
		account
			? [
					hashPassword(account.password).then((passwordHash) => ({
						person,
						signInName: account.signInName,
						passwordHash
					}))
				]
			: []
	);
	await insertSome(await Promise.all(hashing), (rows) => tx.insert(accounts).values(rows));
}

async function insertParts(tx: Tx, added: readonly WithId[], unit: (code: string) => UnitId) {
	const held = added.flatMap(({ person, from, mandates }) =>
		mandates.map(({ body, code, place }) => ({
			id: newId(),
			person,
			body: unit(body),
			code: code ?? null,
			place,
			from
		}))
	);
	const posts = added.flatMap(({ person, from, positions }) =>
		positions.map(({ unit: code, title }) => ({ id: newId(), person, unit: unit(code), title, from }))
	);
	const granted = added.flatMap(({ person, from, roles }) =>
		roles.map(({ unit: code, role }) => ({ id: newId(), person, unit: unit(code), role, from }))
	);
	await insertSome(held, (rows) => tx.insert(mandates).values(rows));
	await insertSome(posts, (rows) => tx.insert(positions).values(rows));
	await insertSome(granted, (rows) => tx.insert(roleGrants).values(rows));
}

/** An insert of no rows is a fault of SQL: it is left out. */
async function insertSome<Row>(rows: Row[], insert: (rows: Row[]) => PromiseLike<unknown>) {
	if (rows.length > 0) await insert(rows);
}

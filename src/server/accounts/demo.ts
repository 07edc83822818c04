// The people offered on the demo's sign-in page. They are a mark of the installation, set by whoever makes the demo; without
// the mark *demo* nothing here answers.
import { eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { DemoPerson } from '#domain/accounts/pages.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { demoIsOn, markOf, setMark } from '#server/platform/installation.ts';
import { placeOf } from './queries.ts';
import { accounts, people } from './tables.ts';

const offers = v.array(
	v.object({ name: v.string(), role: v.custom<Role>((role) => typeof role === 'string') })
);
export type Offer = v.InferOutput<typeof offers>[number];
const key = 'demoPeople';

/** Whom the demo's sign-in page offers, in this order, each with the role that it is to show. */
export const offerInDemo = (tx: Tx, offered: readonly Offer[]): Promise<void> => setMark(tx, key, offered);

async function offered(tx: Tx): Promise<readonly Offer[]> {
	if (!(await demoIsOn(tx))) return [];
	const parsed = v.safeParse(offers, await markOf(tx, key));
	return parsed.success ? parsed.output : [];
}

/** The people to choose from; none where this is no demo. */
export async function demoPeople(tx: Tx): Promise<readonly DemoPerson[]> {
	const list = await offered(tx);
	if (list.length === 0) return [];
	const rows = await tx
		.select({ signInName: accounts.signInName, id: people.id, name: people.name })
		.from(accounts)
		.innerJoin(people, eq(people.id, accounts.person))
		.where(
			inArray(
				accounts.signInName,
				list.map(({ name }) => name)
			)
		);
	const places = await placeOf(
		tx,
		rows.map(({ id }) => id)
	);
	return list.flatMap(({ name, role }) => {
		const row = rows.find(({ signInName }) => signInName === name);
		return row ? [{ signInName: name, name: row.name, role, place: places.get(row.id) ?? null }] : [];
	});
}

/** The person offered under this name, or null. */
export async function demoPersonNamed(tx: Tx, name: string): Promise<PersonId | null> {
	if (!(await offered(tx)).some((offer) => offer.name === name)) return null;
	const [row] = await tx
		.select({ person: accounts.person })
		.from(accounts)
		.where(eq(accounts.signInName, name));
	return row?.person ?? null;
}

/** For the pages of the door, which nobody is signed in to read. */
export const isDemo = (): Promise<boolean> => transaction(null, demoIsOn);
export const offeredInDemo = (): Promise<readonly DemoPerson[]> => transaction(null, demoPeople);

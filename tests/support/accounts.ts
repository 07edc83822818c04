// Accounts of named people with a known password, and a knock at the door from a device and an address.
import { nameOf, signInNameOf } from '#domain/accounts/person.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import { signedInBy } from '#server/accounts/sign-ins.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { accounts, people } from '#server/accounts/tables.ts';
import type { Knock } from '#server/accounts/entry.ts';
import { db } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';

export const goodPassword = 'hội trường 60 chỗ';

/** Somebody with an account: the sign-in name is made one of a kind, so that tests do not meet. */
export async function somebody(name: string) {
	const person = newId<PersonId>();
	const signInName = signInNameOf(`${name.split(' ').at(-1)}.${person.slice(-8)}`);
	await db.insert(people).values({ id: person, name: nameOf(name), gender: 'male', address: 'ong' });
	await db.insert(accounts).values({ person, signInName, passwordHash: await hashPassword(goodPassword) });
	return { person, name: signInName };
}

export const knock = (from: Partial<Knock> = {}): Knock => ({
	signedIn: null,
	token: null,
	device: newId(),
	address: `10.0.${Math.floor(Math.random() * 250)}.${newId().slice(-6)}`,
	agent: 'Chromium',
	...from
});

export async function knockOf(token: string): Promise<Knock> {
	return knock({ token, signedIn: await signedInBy(token) });
}

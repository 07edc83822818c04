import type { PersonId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import type { FormOfAddress, Gender } from './person.ts';

export type Person = {
	readonly id: PersonId;
	readonly name: string;
	readonly gender: Gender;
	readonly address: FormOfAddress | null;
};
/** A member of a body: the code on the badge, the place in its order, and in a council the group and committee. */
export type Member = Person & {
	readonly code: string | null;
	readonly place: number;
	readonly title: string | null;
	readonly group: string | null;
	readonly committee: string | null;
};
/** Somebody whom the demo's sign-in page offers. `place`: the position in words, or the group. */
export type DemoPerson = {
	readonly signInName: string;
	readonly name: string;
	readonly role: Role;
	readonly place: string | null;
};
/** Somebody who serves a unit, with the roles held there. */
export type Staff = Person & { readonly title: string | null; readonly roles: readonly Role[] };

import type { PersonId, UnitId } from '../journal/ids.ts';

/** Whom a conclusion may name: units and people of this installation. */
export type Assignees = {
	readonly units: readonly { readonly id: UnitId; readonly name: string }[];
	readonly people: readonly { readonly id: PersonId; readonly name: string; readonly post: string | null }[];
};

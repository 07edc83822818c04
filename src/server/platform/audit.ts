import type { PersonId } from '#domain/journal/ids.ts';
import { clock } from './clock.ts';
import type { Tx } from './db.ts';
import { newId } from './new-id.ts';
import { auditLog } from './tables.ts';

export type Line = {
	/** Null where nobody is known, as in a sign-in under a name that does not exist. */
	readonly person: PersonId | null;
	readonly act: string;
	/** `done`, or the code of the refusal. */
	readonly outcome: string;
	readonly facts?: { readonly [fact: string]: string | number | null };
};

/** Adds a line to the audit log, in the transaction of what it tells. The caller leaves out whatever is secret. */
export async function audit(tx: Tx, { person, act, outcome, facts = {} }: Line): Promise<void> {
	await tx.insert(auditLog).values({ id: newId(), at: new Date(clock.now()), person, act, outcome, facts });
}

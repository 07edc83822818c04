// Marks that belong to this installation as a whole. They are in the database, so that all its processes agree.
import { eq } from 'drizzle-orm';
import type { Tx } from './db.ts';
import { installation } from './tables.ts';

/** The value of a mark as it was set, or undefined. */
export async function markOf(tx: Tx, key: string): Promise<unknown> {
	const [mark] = await tx
		.select({ value: installation.value })
		.from(installation)
		.where(eq(installation.key, key));
	return mark?.value;
}

export async function setMark(tx: Tx, key: string, value: unknown): Promise<void> {
	await tx
		.insert(installation)
		.values({ key, value })
		.onConflictDoUpdate({ target: installation.key, set: { value } });
}

/** Whether this is a demo: only then may a tap sign in without a password. */
export const demoIsOn = async (tx: Tx): Promise<boolean> => (await markOf(tx, 'demo')) === true;

/** Marks this installation as a demo, or takes the mark away. */
export const markDemo = (tx: Tx, on: boolean): Promise<void> => setMark(tx, 'demo', on);

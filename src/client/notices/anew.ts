import { invalidate } from '$app/navigation';
import { arrived } from '../arrived.ts';
import { isReachable } from './reachable.ts';

/** Asks anew what waits for this person, where the server can be reached; a page that is on its way comes first. */
export async function askAnew(): Promise<void> {
	if (!(await isReachable())) return;
	await arrived();
	await invalidate('notices:waiting');
}

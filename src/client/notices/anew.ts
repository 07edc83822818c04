import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import { isReachable } from './reachable.ts';

/**
 * Asks anew what waits for this person, where the server can be reached. A page that is on its way comes first: SvelteKit
 * gives a navigation up for good when something is asked anew meanwhile.
 */
export async function askAnew(): Promise<void> {
	if (!(await isReachable())) return;
	await navigating.complete?.catch(() => null);
	await invalidate('notices:waiting');
}

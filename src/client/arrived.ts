import { navigating } from '$app/state';

/**
 * Once a page that is on its way has come: SvelteKit gives a navigation up for good when something is asked anew meanwhile.
 */
export const arrived = async (): Promise<void> => void (await navigating.complete?.catch(() => null));

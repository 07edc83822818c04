import { clearRunOut } from '#server/accounts/sign-ins.ts';
import { alone } from '#server/platform/db.ts';
import { clearRates } from '#server/platform/guard.ts';

/** Takes away what has run out, so that its tables stay small: counts of minutes that are over, sign-ins. By one process. */
export const clearAway = () =>
	alone('what has run out', async (tx) => {
		await clearRates(tx);
		await clearRunOut(tx);
	});

import type { SittingId } from '#domain/journal/ids.ts';
import type { Refusal } from '#lib/result.ts';

/** What was answered to a password: shown who one is, or why not; `line` where the server was not reached. */
export type Shown =
	| { readonly state: 'shown' }
	| { readonly state: 'refused'; readonly refusal: Refusal }
	| { readonly state: 'line' };

/** Shows who one is for a sitting: good for four hours on this device. */
export async function stepUp(sitting: SittingId, password: string): Promise<Shown> {
	const answer = await fetch('/step-up', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ sitting, password })
	}).catch(() => null);
	if (!answer || answer.status >= 500) return { state: 'line' };
	return answer.ok ? { state: 'shown' } : { state: 'refused', refusal: await answer.json() };
}

// A form whose page goes on where the line is lost: SvelteKit would show its error page, and what was typed would be gone.
import type { SubmitFunction } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';
import { arrived } from '#client/arrived.ts';

/** `typed`: not sent yet. `lost`: no answer came. `refused`: the answer says why; the page has been read anew, so that the next try is about what stands now. */
export type Sending = 'idle' | 'typed' | 'busy' | 'done' | 'refused' | 'lost';

/** Submits in place and tells how it went. The fields keep what they hold unless `empty` says otherwise. */
export const staying =
	(tell: (sending: Sending) => void, { empty = false } = {}): SubmitFunction =>
	({ formElement }) => {
		tell('busy');
		return async ({ result, update }) => {
			if (result.type === 'error') return tell('lost');
			await arrived();
			await update({ reset: false });
			if (empty) formElement.reset();
			if (result.type === 'failure') await invalidateAll();
			tell(result.type === 'failure' ? 'refused' : 'done');
		};
	};

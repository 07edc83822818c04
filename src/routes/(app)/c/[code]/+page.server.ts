import { redirect } from '@sveltejs/kit';
import { meetingByHallCode } from '#server/live/hall-codes.ts';

/** Where the code on the hall screen leads: whoever is not signed in comes back here afterwards. */
export const load = async ({ locals, params, url }) => {
	if (!locals.signedIn) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const found = await locals.act(meetingByHallCode, params);
	return {
		code: params.code,
		found: found.ok ? found.value : null,
		refusal: found.ok ? null : found.refusal
	};
};

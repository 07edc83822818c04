import { error, redirect } from '@sveltejs/kit';
import { placeOf } from '#domain/live/handle.ts';
import { followCode } from '#server/live/sheet.ts';

/** Where a code on paper leads: whoever is not signed in comes back here afterwards. */
export const load = async ({ locals, params, url }) => {
	if (!locals.signedIn) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const found = await locals.act(followCode, { code: params.handle, way: 'code' });
	if (found.ok && found.value) redirect(303, placeOf(found.value));
	// unknown, forged, made anew or not for this person: one answer
	error(!found.ok && found.refusal.code === 'tooManyTries' ? 429 : 404, 'codeUnknown');
};

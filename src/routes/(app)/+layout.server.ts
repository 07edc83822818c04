import { error, redirect } from '@sveltejs/kit';
import { frameOfPages } from '#server/live/today.ts';

export const load = async ({ locals, url, isDataRequest, depends }) => {
	depends('notices:waiting');
	const here = encodeURIComponent(url.pathname + url.search);
	// whoever was at work when the sign-in ended is told so, and stays where he is
	if (!locals.signedIn && isDataRequest) error(401, 'notSignedIn');
	if (!locals.signedIn) redirect(303, `/sign-in?next=${here}`);
	const { person, waiting } = await locals.read(frameOfPages, {});
	return person ? { account: person, waiting } : {};
};

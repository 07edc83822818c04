import { error } from '@sveltejs/kit';
import { tasksPage } from '#server/followup/queries.ts';

/** From one page to the next the frame comes first; a page asked for whole comes whole. */
export const load = async ({ locals, isDataRequest, depends }) => {
	depends('notices:waiting');
	if (!locals.signedIn) error(401, 'notSignedIn');
	const page = locals.read(tasksPage, {});
	return { tasks: isDataRequest ? page : await page };
};

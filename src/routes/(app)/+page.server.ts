import { error } from '@sveltejs/kit';
import { ownTasks } from '#server/followup/queries.ts';
import { todayPage } from '#server/live/today.ts';
import { markRead } from '#server/notices/commands.ts';
import { form } from '#server/platform/form.ts';

/** From one page to the next the frame comes first and its content follows; a page asked for whole comes whole. */
export const load = async ({ locals, isDataRequest, depends }) => {
	depends('notices:waiting');
	// before anything is promised: nobody would wait for the refusal
	if (!locals.signedIn) error(401, 'notSignedIn');
	const page = Promise.all([locals.read(todayPage, {}), locals.read(ownTasks, {})]).then(([today, own]) => ({
		...today,
		own
	}));
	return { today: isDataRequest ? page : await page };
};
export const actions = { default: form(markRead) };

import { liveView } from '#server/live/queries.ts';
import { audienceOfScreen, ratherOnScreen } from './screens.ts';

/** A screen of its own audience asks for that one, from whatever address it was opened. */
export const load = async ({ locals, params, route, url }) =>
	locals.read(liveView, {
		...params,
		as: audienceOfScreen(route.id) ?? url.searchParams.get('as'),
		rather: ratherOnScreen
	});

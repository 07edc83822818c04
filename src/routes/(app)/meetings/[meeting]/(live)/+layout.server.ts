import { liveView } from '#server/live/queries.ts';

export const load = async ({ locals, params, url }) =>
	locals.read(liveView, { ...params, as: url.searchParams.get('as') });

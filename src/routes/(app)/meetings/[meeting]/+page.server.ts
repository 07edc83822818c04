import { redirect } from '@sveltejs/kit';
import { frontPage } from '#server/live/front.ts';

export const load = async ({ locals, params }) => {
	const page = await locals.read(frontPage, params);
	if (page.state === 'draft') redirect(307, `/meetings/${page.meeting}/prepare/agenda`);
	return { page };
};

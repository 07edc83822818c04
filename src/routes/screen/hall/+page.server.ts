import { redirect } from '@sveltejs/kit';
import { liveView } from '#server/live/queries.ts';

export const load = async ({ locals }) => {
	const screen = locals.signedIn?.screen;
	if (!screen) redirect(303, '/screen');
	const view = await locals.act(liveView, { meeting: screen.meeting, as: 'hall' });
	if (!view.ok) redirect(303, '/screen');
	return { ...view.value, sitting: screen.sitting };
};

import { redirect } from '@sveltejs/kit';
import { liveView } from '#server/live/queries.ts';

/** A screen that is paired and whose sitting goes on needs no code. */
export const load = async ({ locals }) => {
	const screen = locals.signedIn?.screen;
	const view = screen && (await locals.act(liveView, { meeting: screen.meeting, as: 'hall' }));
	if (view?.ok) redirect(303, '/screen/hall');
};

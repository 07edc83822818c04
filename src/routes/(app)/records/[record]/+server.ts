import { redirect } from '@sveltejs/kit';
import { recordPlace } from '#server/records/queries.ts';

export const GET = async ({ locals, params }) => {
	const { meeting, record } = await locals.read(recordPlace, params);
	redirect(303, `/meetings/${meeting}/records/${record}`);
};

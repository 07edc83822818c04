import { error } from '@sveltejs/kit';
import { completeFile } from '#server/records/public.ts';
import { pdfResponse } from '#server/records/response.ts';

export const GET = async ({ params }) => {
	const file = await completeFile(params.code);
	if (!file) error(404, 'notFound');
	return pdfResponse(file);
};

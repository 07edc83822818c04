import { draftPage } from '#server/meetings/queries.ts';

export const load = async ({ locals, params }) => ({ page: await locals.read(draftPage, params) });

import { meetingsPage } from '#server/meetings/list.ts';

export const load = async ({ locals }) => ({ page: await locals.read(meetingsPage, {}) });

import { form } from '#server/platform/form.ts';
import { draftRecords } from '#server/records/drafting.ts';
import { recordsPage } from '#server/records/queries.ts';

export const load = async ({ locals, params }) => ({ page: await locals.read(recordsPage, params) });
export const actions = { default: form(draftRecords) };

import { renewSheet, sheetPage } from '#server/live/sheet.ts';
import { form } from '#server/platform/form.ts';
import { originForOthers } from '#server/platform/public-address.ts';

export const load = async ({ locals, params, url }) => ({
	sheet: await locals.read(sheetPage, { ...params, origin: originForOthers(url) })
});
export const actions = { default: form(renewSheet) };

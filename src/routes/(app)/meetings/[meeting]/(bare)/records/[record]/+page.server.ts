import { form } from '#server/platform/form.ts';
import { editMinutes, editResolutionText, submitRecord } from '#server/records/drafting.ts';
import { verifyPage } from '#server/records/public.ts';
import { recordPage } from '#server/records/queries.ts';
import { giveUpRecord, numberRecord, openSeries, sealRecord, signRecord } from '#server/records/signing.ts';

export const load = async ({ locals, params }) => ({
	page: await locals.read(recordPage, params),
	trust: (await verifyPage(null)).trust
});
export const actions = {
	section: form(editMinutes),
	text: form(editResolutionText),
	submission: form(submitRecord),
	number: form(numberRecord),
	series: form(openSeries),
	signature: form(signRecord),
	seal: form(sealRecord),
	surrender: form(giveUpRecord)
};

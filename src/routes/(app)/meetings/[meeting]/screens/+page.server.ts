import { redirect } from '@sveltejs/kit';
import { pairScreen } from '#server/live/screens.ts';
import { form } from '#server/platform/form.ts';

/** The form stands at the console; this is only where it is sent. */
export const load = ({ params }) => redirect(303, `/meetings/${params.meeting}/console`);
export const actions = { default: form(pairScreen) };

import { redirect } from '@sveltejs/kit';
import { changeSittings } from '#server/meetings/drafting.ts';
import { sittingsOf } from '#server/meetings/fields.ts';
import { form } from '#server/platform/form.ts';

const change = form(changeSittings, sittingsOf);

export const actions = {
	default: async (event) => {
		const answer = await change(event);
		if ('done' in answer) redirect(303, `/meetings/${event.params.meeting}/prepare/agenda`);
		return answer;
	}
};

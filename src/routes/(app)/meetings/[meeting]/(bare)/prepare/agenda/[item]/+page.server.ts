import { redirect } from '@sveltejs/kit';
import { changeAgendaItem } from '#server/meetings/drafting.ts';
import { itemOf } from '#server/meetings/fields.ts';
import { form } from '#server/platform/form.ts';

const change = form(changeAgendaItem, itemOf);

export const actions = {
	default: async (event) => {
		const answer = await change(event);
		if ('done' in answer) redirect(303, `/meetings/${event.params.meeting}/prepare/agenda`);
		return answer;
	}
};

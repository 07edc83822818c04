import { redirect } from '@sveltejs/kit';
import { addAgendaItem } from '#server/meetings/drafting.ts';
import { itemOf } from '#server/meetings/fields.ts';
import { form } from '#server/platform/form.ts';

const add = form(addAgendaItem, itemOf);

export const actions = {
	default: async (event) => {
		const answer = await add(event);
		if ('done' in answer) redirect(303, `/meetings/${event.params.meeting}/prepare/agenda`);
		return answer;
	}
};

import { redirect } from '@sveltejs/kit';
import { createMeeting } from '#server/meetings/drafting.ts';
import { sittingsOf } from '#server/meetings/fields.ts';
import { newMeetingPage } from '#server/meetings/list.ts';
import { form } from '#server/platform/form.ts';

const create = form(createMeeting, sittingsOf);

export const load = async ({ locals }) => ({ page: await locals.read(newMeetingPage, {}) });
export const actions = {
	default: async (event) => {
		const answer = await create(event);
		if ('done' in answer) redirect(303, `/meetings/${answer.done.meeting}/prepare/agenda`);
		return answer;
	}
};

import { redirect } from '@sveltejs/kit';
import { callMeeting } from '#server/live/call.ts';
import {
	approveAgenda,
	changeMinutes,
	moveAgendaItem,
	putAgendaItemBack,
	removeAgendaItem,
	submitAgenda
} from '#server/meetings/drafting.ts';
import { form } from '#server/platform/form.ts';

const call = form(callMeeting);

export const actions = {
	move: form(moveAgendaItem),
	minutes: form(changeMinutes),
	remove: form(removeAgendaItem),
	putBack: form(putAgendaItemBack),
	submit: form(submitAgenda),
	approve: form(approveAgenda),
	call: async (event) => {
		const answer = await call(event);
		if ('done' in answer) redirect(303, `/meetings/${answer.done.meeting}`);
		return answer;
	}
};

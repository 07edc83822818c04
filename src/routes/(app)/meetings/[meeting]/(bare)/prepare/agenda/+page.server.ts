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

export const actions = {
	move: form(moveAgendaItem),
	minutes: form(changeMinutes),
	remove: form(removeAgendaItem),
	putBack: form(putAgendaItemBack),
	submit: form(submitAgenda),
	approve: form(approveAgenda),
	call: form(callMeeting)
};

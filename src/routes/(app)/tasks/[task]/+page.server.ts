import { acceptTask, assignTask, confirmTask, reportTask, returnTask } from '#server/followup/commands.ts';
import { taskPage } from '#server/followup/queries.ts';
import { form } from '#server/platform/form.ts';

export const load = async ({ locals, params, depends }) => {
	depends('notices:waiting');
	return { page: await locals.read(taskPage, params) };
};
export const actions = {
	acceptance: form(acceptTask),
	report: form(reportTask),
	confirmation: form(confirmTask),
	return: form(returnTask),
	assignment: form(assignTask)
};

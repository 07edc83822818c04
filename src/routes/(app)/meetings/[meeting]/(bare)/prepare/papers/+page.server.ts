import {
	addPaperCommand,
	putPaperBackCommand,
	removePaperCommand,
	replacePaper
} from '#server/documents/commands.ts';
import { form } from '#server/platform/form.ts';

export const actions = {
	add: form(addPaperCommand),
	replace: form(replacePaper),
	remove: form(removePaperCommand),
	putBack: form(putPaperBackCommand)
};

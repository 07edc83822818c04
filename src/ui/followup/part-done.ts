import type { TaskState } from '#domain/followup/task.ts';

/** How far a task is, of a hundred: drawn beside the word. */
export const partDone: { readonly [state in TaskState]: number } = {
	given: 0,
	accepted: 40,
	returned: 40,
	reported: 80,
	confirmed: 100
};

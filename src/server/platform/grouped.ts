type Waiting<Asked, Answer> = {
	readonly asked: Asked;
	readonly resolve: (answer: Answer) => void;
	readonly reject: (error: unknown) => void;
};

/**
 * Makes one statement of what many ask at the same time: whatever is asked while one statement is under way goes into the
 * next, so nobody waits for a timer. `work` answers all it is given, in their order; where it fails, all of them fail.
 */
export function grouped<Asked, Answer>(
	work: (all: readonly Asked[]) => Promise<readonly Answer[]>
): (asked: Asked) => Promise<Answer> {
	let queue: Waiting<Asked, Answer>[] = [];
	let flushing = false;

	async function flush() {
		flushing = true;
		while (queue.length > 0) {
			const group = queue;
			queue = [];
			await settle(group);
		}
		flushing = false;
	}
	async function settle(group: readonly Waiting<Asked, Answer>[]) {
		try {
			const answers = await work(group.map(({ asked }) => asked));
			if (answers.length !== group.length) throw new Error('a group is answered in full');
			answers.forEach((answer, at) => group[at]?.resolve(answer));
		} catch (error) {
			for (const { reject } of group) reject(error);
		}
	}
	return (asked) =>
		new Promise((resolve, reject) => {
			queue.push({ asked, resolve, reject });
			// on the next turn: requests that arrived together are read from their sockets first
			if (!flushing) setImmediate(() => flushing || void flush());
		});
}

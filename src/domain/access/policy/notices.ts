import { anybody, type Right } from '../rule.ts';

export const notices = {
	// only one's own: whose they are is never taken from what is sent
	'notices.readOwn': { rule: anybody },
	'notices.markRead': { rule: anybody }
} satisfies Record<string, Right>;

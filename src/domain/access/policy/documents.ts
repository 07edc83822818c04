import { is, type Right } from '../rule.ts';

export const documents = {
	'documents.addPaper': { rule: is('secretary') },
	'documents.readPaper': {
		rule: is('delegate', 'member', 'chair', 'secretary', 'teller', 'substitute', 'recordsClerk', 'inspector')
	}
} satisfies Record<string, Right>;

import { is, type Right } from '../rule.ts';

export const records = {
	'records.edit': { rule: is('secretary') }
} satisfies Record<string, Right>;

import { is, type Right } from '../rule.ts';

export const proceedings = {
	'proceedings.write': { rule: is('secretary') }
} satisfies Record<string, Right>;

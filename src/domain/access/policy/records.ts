import { is, type Right } from '../rule.ts';

export const records = {
	// what is not yet complete is shown only to those who make it: the queries see to it
	'records.read': {
		rule: is('delegate', 'member', 'chair', 'secretary', 'recordsClerk', 'teller', 'inspector')
	},
	'records.draft': { rule: is('secretary') },
	'records.edit': { rule: is('secretary') },
	'records.submit': { rule: is('secretary') },
	'records.openSeries': { rule: is('recordsClerk') },
	'records.number': { rule: is('recordsClerk') },
	'records.sign': { rule: is('chair', 'secretary'), stepUp: 'eachTime' },
	'records.seal': { rule: is('recordsClerk'), stepUp: 'eachTime' },
	'records.giveUp': { rule: is('recordsClerk') }
} satisfies Record<string, Right>;

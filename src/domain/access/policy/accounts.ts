import { anybody, is, type Right } from '../rule.ts';

export const accounts = {
	'accounts.signIn': { rule: anybody },
	// the command looks for the mark of a demo itself: without it, it does not exist for anybody
	'accounts.signInAsDemo': { rule: anybody },
	'accounts.signOut': { rule: anybody },
	'accounts.stepUp': { rule: anybody },
	'accounts.readOwn': { rule: anybody },
	'accounts.changePeople': { rule: is('systemAdmin'), stepUp: 'eachTime' }
} satisfies Record<string, Right>;

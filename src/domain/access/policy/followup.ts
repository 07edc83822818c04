import { anybody, is, type Right } from '../rule.ts';

export const followup = {
	// whose tasks they are is asked of the tasks themselves: one's own, one's unit's, those of the bodies one serves
	'followup.read': { rule: anybody },
	// the person to whom it was given, or the clerk of the lead unit: the rule of the task says whom it means
	'followup.accept': { rule: anybody },
	'followup.report': { rule: anybody },
	// in the meeting that concluded it, or in its body
	'followup.assign': { rule: is('secretary') },
	'followup.judge': { rule: is('secretary', 'chair') }
} satisfies Record<string, Right>;

import { anybody, is, type Right } from '../rule.ts';

export const live = {
	'live.pairScreen': { rule: is('secretary', 'technician') },
	'live.driveHall': { rule: is('chair', 'secretary') },
	// a code says nothing of the meeting to whoever is not called to it
	'live.findByHallCode': { rule: anybody },
	// nor does a code of the sheet, which answers a stranger as if it were none
	'live.followCode': { rule: anybody },
	'live.printSheet': { rule: is('secretary') },
	'live.showPairingCode': { rule: anybody },
	'live.readHallCode': { rule: is('hallScreen', 'secretary') }
} satisfies Record<string, Right>;

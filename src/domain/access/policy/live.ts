import { is, type Right } from '../rule.ts';

export const live = {
	'live.pairScreen': { rule: is('secretary', 'technician') },
	'live.driveHall': { rule: is('chair', 'secretary') },
	'live.readHallCode': { rule: is('hallScreen', 'secretary') }
} satisfies Record<string, Right>;

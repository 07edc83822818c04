import { is, type Right } from '../rule.ts';

export const video = {
	// how somebody stands in the room, and whether at all, is said by standingFor
	'video.enter': { rule: is('chair', 'secretary', 'technician', 'bridgeTechnician', 'hallScreen') },
	'video.tendPoint': { rule: is('bridgeTechnician') },
	'video.hearPoint': { rule: is('secretary', 'technician') }
} satisfies Record<string, Right>;

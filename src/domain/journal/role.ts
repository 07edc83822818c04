/** In which part somebody takes part in a meeting, or serves a body outside of one: glossary, section I. */
export const roles = [
	'chair',
	'secretary',
	'delegate',
	'member',
	'teller',
	'substitute',
	'usher',
	'guest',
	'observer',
	'personConcerned',
	'bridgeHead',
	'bridgeTechnician',
	'technician',
	'hallScreen',
	'pointScreen',
	'unitClerk',
	'recordsClerk',
	'archivist',
	'overseer',
	'inspector',
	'unitAdmin',
	'systemAdmin',
	'apiClient',
	'public'
] as const;
export type Role = (typeof roles)[number];

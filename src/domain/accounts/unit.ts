// The tree of units: territories, organisations, departments and bodies (glossary, section B).
const bodyKinds = [
	'peoplesCouncil',
	'standingBody',
	'committee',
	'delegateGroup',
	'peoplesCommittee',
	'inspectionCommission'
] as const;
export const unitKinds = [
	...bodyKinds,
	'province',
	'commune',
	'office',
	'department',
	'partyCommittee'
] as const;
export const levels = ['province', 'commune'] as const;
export const communeKinds = ['xa', 'phuong', 'dacKhu'] as const;
export type BodyKind = (typeof bodyKinds)[number];
export type UnitKind = (typeof unitKinds)[number];
export type Level = (typeof levels)[number];
export type CommuneKind = (typeof communeKinds)[number];

/** A day as `YYYY-MM-DD`, in the calendar of Vietnam: terms and validity count in days. */
export type Day = string;

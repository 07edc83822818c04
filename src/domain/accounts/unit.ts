// The tree of units: territories, organisations, departments and bodies (glossary, section B).
export type BodyKind =
	| 'peoplesCouncil'
	| 'standingBody'
	| 'committee'
	| 'delegateGroup'
	| 'peoplesCommittee'
	| 'inspectionCommission';
export type UnitKind = BodyKind | 'province' | 'commune' | 'office' | 'department' | 'partyCommittee';
export type Level = 'province' | 'commune';
export type CommuneKind = 'xa' | 'phuong' | 'dacKhu';

/** A day as `YYYY-MM-DD`, in the calendar of Vietnam: terms and validity count in days. */
export type Day = string;

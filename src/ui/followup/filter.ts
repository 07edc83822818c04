import { plain } from '#lib/plain.ts';
import type { TaskLine } from '#domain/followup/pages.ts';

export type Scope = 'all' | 'mine' | 'unit';
export type Filter = {
	readonly scope: Scope;
	readonly unit: string;
	readonly meeting: string;
	readonly sought: string;
};
export const everything: Filter = { scope: 'all', unit: '', meeting: '', sought: '' };

const inScope = ({ isMine, isOfMyUnit }: TaskLine, scope: Scope) =>
	scope === 'all' || (scope === 'mine' ? isMine : isOfMyUnit);

/** The tasks that a filter leaves; text is compared without its marks. */
export const filtered = (lines: readonly TaskLine[], { scope, unit, meeting, sought }: Filter) =>
	lines.filter(
		(line) =>
			inScope(line, scope) &&
			(unit === '' || line.leadUnit === unit) &&
			(meeting === '' || line.meeting === meeting) &&
			plain(`${line.text} ${line.leadUnit} ${line.person} ${line.meetingTitle}`).includes(plain(sought))
	);

import type { Bound } from '#domain/meetings/profile.ts';
import { m } from './messages/messages.js';

/** A bound in words, as an exact fraction of the whole body: *quá nửa tổng số đại biểu*. */
export function boundInWords({ kind, numerator, denominator }: Bound): string {
	if (kind === 'moreThan' && numerator === 1 && denominator === 2) return m.voting_boundHalf();
	if (kind === 'atLeast' && numerator === 2 && denominator === 3) return m.voting_boundTwoThirds();
	const fraction = `${numerator}/${denominator}`;
	return kind === 'moreThan' ? m.voting_boundMoreThan({ fraction }) : m.voting_boundAtLeast({ fraction });
}

import type { RecordKind } from '#domain/records/content.ts';
import type { RecordPage } from '#domain/records/pages.ts';
import { m } from '#i18n/messages/messages.js';

type Step = { readonly label: string; readonly state: 'done' | 'current' | 'ahead' };
type Where = Pick<RecordPage, 'kind' | 'state' | 'signatures'>;

const labels: { readonly [kind in RecordKind]: () => readonly string[] } = {
	minutes: () => [
		m.records_stepWrite(),
		m.records_stepNumber(),
		m.records_stepMinutesSign(),
		m.records_stepKeep()
	],
	resolution: () => [
		m.records_stepForm(),
		m.records_stepNumber(),
		m.records_stepHeadSigns(),
		m.records_stepSeal()
	]
};

/** How far a record has come, step by step. */
export function stepsOf(where: Where): readonly Step[] {
	const at = placeOf(where);
	return labels[where.kind]().map((label, i) => ({
		label,
		state: i < at ? ('done' as const) : i === at ? ('current' as const) : ('ahead' as const)
	}));
}
function placeOf({ kind, state, signatures }: Where): number {
	if (state === 'draft') return 0;
	if (state === 'submitted') return 1;
	if (state === 'complete') return kind === 'minutes' ? 3 : 4;
	return kind === 'minutes' ? 2 : 2 + signatures.filter(({ signedAt }) => signedAt !== null).length;
}

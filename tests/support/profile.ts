import type { UnitId } from '#domain/journal/ids.ts';
import type { RuleProfile } from '#domain/meetings/profile.ts';

/** The rules of a people's council, as the demo province has them: not yet confirmed by a person of the body. */
export const councilProfile = (body: UnitId): RuleProfile => ({
	id: 'hdnd-tinh-2026',
	body,
	title: 'Quy chế biểu quyết HĐND tỉnh',
	confirmed: false,
	wording: 'council',
	quorum: { kind: 'atLeast', numerator: 2, denominator: 3, source: 'Quy chế hoạt động của HĐND tỉnh' },
	thresholds: {
		majorityOfAll: {
			kind: 'moreThan',
			numerator: 1,
			denominator: 2,
			source: 'Luật số 72/2025/QH15, Điều 35'
		},
		twoThirdsOfAll: {
			kind: 'atLeast',
			numerator: 2,
			denominator: 3,
			source: 'Luật số 72/2025/QH15, Điều 35 khoản 2, Điều 38 khoản 5'
		}
	},
	ballot: { suggestedSeconds: 60, extendSeconds: 30, mayChange: true },
	speech: { allottedSeconds: 600, warnSeconds: 60, extendSeconds: 60 }
});

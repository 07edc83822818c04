import { describe, expect, test } from 'vitest';
import type { MeetingId, SittingId, UnitId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import type { Sitting } from '#domain/meetings/meeting.ts';
import type { MeetingLine } from '#domain/meetings/pages.ts';
import { begun, sittingNow, tasksOf, upcoming } from '#domain/meetings/today.ts';

const sitting = (id: string, date: string, start: string, end: string) => ({
	id: id as SittingId,
	date,
	start,
	end,
	place: 'Hội trường HĐND tỉnh',
	closed: false
});
const [morning, afternoon, second] = [
	sitting('a1', '2026-12-09', '08:00', '11:30'),
	sitting('a2', '2026-12-09', '13:30', '17:30'),
	sitting('a3', '2026-12-10', '08:00', '11:30')
];
const session = (given: Partial<MeetingLine> = {}): MeetingLine => ({
	meeting: 'a' as MeetingId,
	heading: {
		title: 'Kỳ họp thứ 6',
		kind: 'councilSession',
		body: 'b' as UnitId,
		bodyName: 'HĐND tỉnh Minh Giang',
		ordinal: 6
	},
	state: 'called',
	version: 3,
	sittings: [morning, afternoon, second],
	roles: ['delegate'],
	seat: null,
	submitted: true,
	approved: true,
	...given
});
const day = '2026-12-09';

describe('the meeting of today', () => {
	test('is a called one from its first day until it is closed', () => {
		expect(begun([session()], day)).toHaveLength(1);
		expect(begun([session()], '2026-12-20')).toHaveLength(1);
		expect(begun([session()], '2026-12-08')).toEqual([]);
		expect(begun([session({ state: 'closed' }), session({ state: 'draft' })], day)).toEqual([]);
	});

	test('shows the sitting that is open, else the next to be held, and after all of them the last', () => {
		const states = (...given: Sitting['state'][]) =>
			sittingNow([morning, afternoon, second].map((one, at) => ({ ...one, state: given[at] ?? 'planned' })))
				?.id;

		expect(states()).toBe('a1');
		expect(states('open')).toBe('a1');
		expect(states('ended')).toBe('a2');
		expect(states('planned', 'paused')).toBe('a2');
		expect(states('planned', 'ended')).toBe('a3');
		expect(states('ended', 'ended', 'ended')).toBe('a3');
		expect(sittingNow([])).toBeNull();
	});

	test('leaves to later days their sittings, the nearest first', () => {
		const later = session({
			meeting: 'b' as MeetingId,
			sittings: [sitting('b1', '2026-12-18', '07:30', '11:00')]
		});

		expect(upcoming([later, session()], day).map(({ sitting: { id } }) => id)).toEqual(['a3', 'b1']);
	});
});

describe('what a meeting waits for', () => {
	const draft = (roles: Role[], submitted = false, approved = false) =>
		tasksOf([session({ state: 'draft', roles, submitted, approved })]).map(({ kind }) => kind);

	test('is told to the secretary step by step', () => {
		expect(draft(['secretary'])).toEqual(['prepare']);
		expect(draft(['secretary'], true)).toEqual(['awaitApproval']);
		expect(draft(['secretary'], true, true)).toEqual(['publish']);
	});

	test('is told to the chair once it was submitted, and to a delegate never', () => {
		expect(draft(['chair', 'delegate'])).toEqual([]);
		expect(draft(['chair', 'delegate'], true)).toEqual(['approve']);
		expect(draft(['chair', 'delegate'], true, true)).toEqual([]);
		expect(draft(['delegate'], true)).toEqual([]);
	});

	test('are the records of one that is closed, until it is sealed', () => {
		const closed = (state: 'closed' | 'sealed') =>
			tasksOf([session({ state, roles: ['recordsClerk'] })]).map(({ kind }) => kind);

		expect(closed('closed')).toEqual(['finishRecords']);
		expect(closed('sealed')).toEqual([]);
	});
});

import { describe, expect, test } from 'vitest';
import { byDue, groupOf, standingOf } from '#domain/followup/due.ts';
import type { TaskState } from '#domain/followup/task.ts';
import { instantOfIso } from '#lib/time.ts';

const task = (due: string, state: TaskState = 'accepted', reported: string | null = null) => ({
	due,
	state,
	reportedAt: reported === null ? null : instantOfIso(reported)
});

describe('a task with a date', () => {
	test('is in time on its due day, and late by the days after it', () => {
		expect(standingOf(task('2026-12-09'), '2026-12-09')).toEqual({ type: 'due', days: 0 });
		expect(standingOf(task('2026-12-09'), '2026-12-10')).toEqual({ type: 'late', days: 1 });
		expect(standingOf(task('2026-11-18', 'given'), '2026-12-09')).toEqual({ type: 'late', days: 21 });
		expect(standingOf(task('2026-12-01', 'returned'), '2026-12-09')).toEqual({ type: 'late', days: 8 });
	});

	test('counts across a month and a leap day', () => {
		expect(standingOf(task('2028-03-01'), '2028-02-28')).toEqual({ type: 'due', days: 2 });
	});

	test('is not late once it was reported, and says how late the report came, by the day in Vietnam', () => {
		const eveningBefore = task('2026-12-09', 'reported', '2026-12-09T16:59:00Z');
		const afterMidnight = task('2026-12-09', 'reported', '2026-12-09T17:01:00Z');

		expect(standingOf(eveningBefore, '2027-01-30')).toEqual({ type: 'reported', lateDays: 0 });
		expect(standingOf(afterMidnight, '2027-01-30')).toEqual({ type: 'reported', lateDays: 1 });
	});

	test('is done when it was confirmed', () => {
		expect(standingOf(task('2026-01-01', 'confirmed'), '2026-12-09')).toEqual({ type: 'confirmed' });
	});
});

test('what is due by a rule in words is never late', () => {
	for (const due of ['kỳ họp giữa năm 2027', 'ngày 05 hằng tháng', '2026-99-99'])
		expect(standingOf(task(due), '2099-01-01')).toEqual({ type: 'undated' });
});

test('the list has what is late, what is due within seven days, and what is later', () => {
	const groups = ['2026-12-08', '2026-12-09', '2026-12-16', '2026-12-17', 'kỳ họp sau'].map((due) =>
		groupOf(standingOf(task(due), '2026-12-09'))
	);

	expect(groups).toEqual(['late', 'soon', 'soon', 'later', 'undated']);
});

test('tasks are in the order of their due days, and those without one last', () => {
	const dues = ['kỳ họp sau', '2027-06-30', '2026-12-01'].map((due) => task(due)).toSorted(byDue);

	expect(dues.map(({ due }) => due)).toEqual(['2026-12-01', '2027-06-30', 'kỳ họp sau']);
});

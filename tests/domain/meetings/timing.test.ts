import { describe, expect, test } from 'vitest';
import type { ItemId, SittingId } from '#domain/journal/ids.ts';
import { moveItem, type AgendaItem } from '#domain/meetings/agenda.ts';
import { clockOf, endIn, inNewTimes, minuteOf, nextStart, withMinutes } from '#domain/meetings/timing.ts';

const morning = 'morning' as SittingId;
const afternoon = 'afternoon' as SittingId;
const item = (id: string, ...slots: [SittingId, string, number][]): AgendaItem => ({
	id: id as ItemId,
	title: id,
	closed: false,
	presenter: '',
	votes: [],
	papers: [],
	slots: slots.map(([sitting, start, minutes]) => ({ sitting, start, minutes }))
});
const starts = (agenda: readonly AgendaItem[], sitting: SittingId) =>
	agenda.flatMap(({ id, slots }) =>
		slots.filter((slot) => slot.sitting === sitting).map(({ start }) => `${id} ${start}`)
	);
/** A break of a quarter of an hour after the second item. */
const agenda = [
	item('opening', [morning, '08:00', 20]),
	item('report', [morning, '08:20', 40]),
	item('debate', [morning, '09:15', 60], [afternoon, '13:30', 90]),
	item('questions', [afternoon, '15:00', 60])
];
const moved = (id: string, to: number) => {
	const result = moveItem(agenda, id as ItemId, to);
	if (!result.ok) throw new Error('the agenda has the item');
	return inNewTimes(agenda, result.value);
};

describe('an item put elsewhere', () => {
	test('gives all items of the sitting new times, with the break at its place', () => {
		expect(starts(moved('debate', 0), morning)).toEqual(['debate 08:00', 'opening 09:00', 'report 09:35']);
	});

	test('leaves a sitting alone whose order stays the same', () => {
		expect(starts(moved('debate', 0), afternoon)).toEqual(['debate 13:30', 'questions 15:00']);
	});
});

describe('another length', () => {
	test('moves what follows in that sitting, and nothing else', () => {
		const longer = withMinutes(agenda, { item: 'opening' as ItemId, sitting: morning, minutes: 35 });

		expect(starts(longer, morning)).toEqual(['opening 08:00', 'report 08:35', 'debate 09:30']);
		expect(starts(longer, afternoon)).toEqual(['debate 13:30', 'questions 15:00']);
	});

	test('of one slot leaves the other slot of the item as it is', () => {
		const longer = withMinutes(agenda, { item: 'debate' as ItemId, sitting: afternoon, minutes: 30 });

		expect(longer[2]?.slots.map(({ minutes }) => minutes)).toEqual([60, 30]);
		expect(starts(longer, afternoon)).toEqual(['debate 13:30', 'questions 14:00']);
	});
});

test('the next item of a sitting begins where the last one ends, or with the sitting', () => {
	const sitting = { id: morning, date: '2026-12-09', start: '08:00', end: '11:30', place: '', closed: false };

	expect(endIn(agenda, morning)).toBe(minuteOf('10:15'));
	expect(nextStart(agenda, sitting)).toBe('10:15');
	expect(nextStart([], sitting)).toBe('08:00');
});

test('a clock time of a day ends with the day', () => {
	expect(clockOf(25 * 60)).toBe('23:59');
});

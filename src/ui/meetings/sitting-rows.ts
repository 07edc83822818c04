import type { PlannedSitting } from '#domain/meetings/meeting.ts';
import type { Typed } from './item-rows.ts';

export type SittingRow = { key: number; id: string; date: string; start: string; end: string; place: string };

const listOf = (values: Typed, name: string): readonly string[] => {
	const given = values[name];
	return given === undefined ? [] : typeof given === 'string' ? [given] : given;
};
/** Half a day each: a morning first, then what follows the last one. */
export function nextSitting(rows: readonly SittingRow[]): SittingRow {
	const last = rows.at(-1);
	const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
	const [date, place] = [last?.date ?? '', last?.place ?? ''];
	return last?.start.startsWith('08')
		? { key, id: '', date, start: '13:30', end: '17:30', place }
		: { key, id: '', date, start: '08:00', end: '11:30', place };
}
export const storedSittings = (sittings: readonly PlannedSitting[]): SittingRow[] =>
	sittings.map(({ id, date, start, end, place }, key) => ({ key, id, date, start, end, place }));
/** What was typed and came back with a refusal. */
export const typedSittings = (values: Typed): SittingRow[] =>
	listOf(values, 'sittingDate').map((date, key) => ({
		key,
		id: listOf(values, 'sittingId')[key] ?? '',
		date,
		start: listOf(values, 'sittingStart')[key] ?? '',
		end: listOf(values, 'sittingEnd')[key] ?? '',
		place: listOf(values, 'sittingPlace')[key] ?? ''
	}));

// Planned days and times as people read them: they are dates of the calendar, not instants.
import { minuteOf } from '#domain/meetings/timing.ts';
import type { PlannedSitting } from '#domain/meetings/meeting.ts';
import { m } from './messages/messages.js';
import { getLocale } from './messages/runtime.js';

const noon = 12 * 60;
const evening = 18 * 60;
const dayMs = 86_400_000;
const isEnglish = () => getLocale() === 'en';
const shown = (options: Intl.DateTimeFormatOptions) => (date: string) =>
	new Intl.DateTimeFormat(isEnglish() ? 'en-GB' : 'vi-VN', { ...options, timeZone: 'UTC' }).format(
		new Date(`${date}T00:00:00Z`)
	);
const weekday = shown({ weekday: 'long' });
const dayMonth = shown({ day: 'numeric', month: 'numeric' });
const dayMonthName = shown({ day: 'numeric', month: 'long' });

/** `thứ Ba 8/12`; in English `Tuesday 8 December`. */
export function dayName(date: string): string {
	const [name, day] = [weekday(date), isEnglish() ? dayMonthName(date) : dayMonth(date)];
	return isEnglish() ? `${name} ${day}` : `${name.replace('Thứ', 'thứ').replace('Chủ', 'chủ')} ${day}`;
}

/** `Buổi sáng, thứ Ba 8/12`. */
export function sittingName({ date, start }: Pick<PlannedSitting, 'date' | 'start'>): string {
	const day = dayName(date);
	const minute = minuteOf(start);
	if (minute < noon) return m.meetings_sittingMorning({ day });
	return minute < evening ? m.meetings_sittingAfternoon({ day }) : m.meetings_sittingEvening({ day });
}

/** `8–10/12/2026`, or what is needed where months differ. */
export function datesOf(sittings: readonly Pick<PlannedSitting, 'date'>[]): string {
	const dates = sittings.map(({ date }) => date).toSorted();
	const [first, last] = [dates[0], dates.at(-1)];
	if (first === undefined || last === undefined) return '';
	const year = last.slice(0, 4);
	const day = (date: string) => String(Number(date.slice(8)));
	if (isEnglish()) {
		const end = `${dayMonthName(last)} ${year}`;
		if (first === last) return end;
		return first.slice(0, 7) === last.slice(0, 7)
			? `${day(first)}–${end}`
			: `${dayMonthName(first)} – ${end}`;
	}
	const end = `${dayMonth(last)}/${year}`;
	if (first === last) return end;
	return first.slice(0, 7) === last.slice(0, 7) ? `${day(first)}–${end}` : `${dayMonth(first)} – ${end}`;
}

/** Days from one date to another, in whole days. */
export const daysBetween = (from: string, to: string) =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

// Days as people read them. A day is `YYYY-MM-DD` and has no hour: it is read at noon in Vietnam.
import { instant, type Instant } from '#lib/time.ts';
import { m } from './messages/messages.js';
import { getLocale } from './messages/runtime.js';

const timeZone = 'Asia/Ho_Chi_Minh';
const noonOf = (day: string) => new Date(`${day}T12:00:00+07:00`);
const weekday = (day: string) =>
	new Intl.DateTimeFormat(getLocale() === 'en' ? 'en-GB' : 'vi-VN', { timeZone, weekday: 'long' }).format(
		noonOf(day)
	);
const parts = (day: string) => {
	const [year = '', month = '', date = ''] = day.split('-');
	return { year, month: String(Number(month)), day: String(Number(date)) };
};

/** `Thứ Ba, 8 tháng 12 năm 2026`. */
export const wholeDay = (day: string) => m.notices_date({ weekday: weekday(day), ...parts(day) });
/** `thứ Ba 8/12`. */
export function shortWeekday(day: string) {
	const { day: date, month } = parts(day);
	const name = weekday(day);
	return `${getLocale() === 'en' ? name : name.slice(0, 1).toLowerCase() + name.slice(1)} ${date}/${month}`;
}
/** `8`. */
export const dayOfMonth = (day: string) => parts(day).day;

/** The seven days, Monday first, of the week in which this day is. */
export function weekOf(day: string): readonly string[] {
	const noon = noonOf(day).getTime();
	const sinceMonday = (noonOf(day).getUTCDay() + 6) % 7;
	return [0, 1, 2, 3, 4, 5, 6].map((n) => isoDay(instant(noon + (n - sinceMonday) * dayMs)));
}
const dayMs = 24 * 60 * 60_000;
const isoDay = (at: Instant) => new Date(at).toISOString().slice(0, 10);

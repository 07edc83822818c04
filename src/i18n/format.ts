// Times and numbers as people read them, always of Asia/Ho_Chi_Minh: 09:58, 8/12/2026; 86,7%.
import type { Instant } from '#lib/time.ts';
import { getLocale } from './messages/runtime.js';

const timeZone = 'Asia/Ho_Chi_Minh';
const formatter = (options: Intl.DateTimeFormatOptions) => {
	const made = new Map<string, Intl.DateTimeFormat>();
	return (at: Instant) => {
		const locale = getLocale() === 'en' ? 'en-GB' : 'vi-VN';
		const known = made.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
		made.set(locale, known);
		return known.format(at);
	};
};

/** `09:58`. */
export const clockTime = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
/** `09:58:21`. */
export const clockSeconds = formatter({
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23'
});
/** `8/12/2026`; in English `8 December 2026`. */
export const shortDay = (at: Instant) => (getLocale() === 'en' ? englishDay(at) : vietnameseDay(at));
const englishDay = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const vietnameseDay = formatter({ day: 'numeric', month: 'numeric', year: 'numeric' });

/** `thứ Ba, 8 tháng 12, 2026`, as the language says it: for a wall. */
export const longDay = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** A part of a whole with one decimal, rounded half up in whole numbers: `51,7%`. */
export function percentOf(part: number, whole: number): string {
	const tenths = Math.floor((2000 * part + whole) / (2 * whole));
	const [ones, decimal] = [Math.floor(tenths / 10), tenths % 10];
	return `${ones}${getLocale() === 'en' ? '.' : ','}${decimal}%`;
}

const kilo = 1024;
/** How large something is: `124 KB`; from a megabyte on with one decimal: `1,2 MB`. */
export function kilobytes(bytes: number): string {
	if (bytes < kilo * kilo) return `${Math.ceil(bytes / kilo)} KB`;
	const tenths = Math.round((10 * bytes) / (kilo * kilo));
	return `${Math.floor(tenths / 10)}${getLocale() === 'en' ? '.' : ','}${tenths % 10} MB`;
}

// Dates and times as a record has them: in Vietnamese whoever drafts it.
import { isoInVietnam, type Instant } from '#lib/time.ts';
import { m } from './messages/messages.js';

export const vi = { locale: 'vi' } as const;
export const two = (count: number) => String(count).padStart(2, '0');

/** `ngày 09 tháng 12 năm 2026`: under ten with a zero, months only where they are 1 or 2. */
export function dateInRecord(year: number, month: number, day: number): string {
	return m.records_draftDate({ day: two(day), month: month < 3 ? two(month) : String(month), year }, vi);
}
const partsOf = (at: Instant) => (isoInVietnam(at).match(/\d+/g) ?? []).map(Number);
export const dateOf = (at: Instant) => {
	const [year = 0, month = 0, day = 0] = partsOf(at);
	return dateInRecord(year, month, day);
};
export const timeOf = (at: Instant) => {
	const [, , , hour = 0, minute = 0] = partsOf(at);
	return m.records_draftTime({ hour: two(hour), minute: two(minute) }, vi);
};
export const clockOf = (at: Instant) => isoInVietnam(at).slice(11, 16);

import { shortDay } from '#i18n/format.ts';
import { instant } from '#lib/time.ts';

/** A date as people read it, `30/6/2027`; a rule in words stays as it was spoken. */
export function dueInWords(due: string): string {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(due)) return due;
	const at = Date.parse(`${due}T12:00:00+07:00`);
	return Number.isNaN(at) ? due : shortDay(instant(at));
}

/** A date as it is recorded, `2027-06-30`, where one was typed; anything else as it is. */
export function dueTyped(typed: string): string {
	const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim()) ?? [];
	if (!day || !month || !year) return typed.trim();
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const at = Date.parse(`${iso}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : typed.trim();
}

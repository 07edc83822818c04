import type { PlannedSitting } from '#domain/meetings/meeting.ts';
import { shortDay } from '#i18n/format.ts';
import { m } from '#i18n/messages/messages.js';
import { instantOfIso } from '#lib/time.ts';

/** *Buổi sáng 8/12/2026*. */
export function sittingInWords({ date, start }: Pick<PlannedSitting, 'date' | 'start'>): string {
	const day = shortDay(instantOfIso(`${date}T12:00:00+07:00`));
	if (start < '12:00') return m.meetings_morning({ day });
	return start < '17:30' ? m.meetings_afternoon({ day }) : m.meetings_evening({ day });
}

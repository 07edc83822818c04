import { eq } from 'drizzle-orm';
import type { Recorded } from '#domain/journal/entry.ts';
import type { AgendaEvent } from '#domain/meetings/agenda.ts';
import type { MeetingEvent, SittingEvent } from '#domain/meetings/meeting.ts';
import type { Tx } from '#server/platform/db.ts';
import { meetings } from './tables.ts';

const states = {
	'meeting.called': 'called',
	'meeting.postponed': 'postponed',
	'meeting.cancelled': 'cancelled',
	'meeting.closed': 'closed',
	'meeting.sealed': 'sealed'
} as const;

export async function projectMeeting(
	tx: Tx,
	{ meeting }: Recorded,
	event: MeetingEvent | SittingEvent | AgendaEvent
) {
	if (!(event.type in states)) return;
	const state = Object.entries(states).find(([type]) => type === event.type)?.[1];
	if (state) await tx.update(meetings).set({ state }).where(eq(meetings.id, meeting));
}

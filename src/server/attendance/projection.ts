import { and, eq, isNull } from 'drizzle-orm';
import type { AttendanceEvent, Roll } from '#domain/attendance/roll.ts';
import type { Recorded } from '#domain/journal/entry.ts';
import type { Tx } from '#server/platform/db.ts';
import { attendance } from './tables.ts';

/** `roll` is the roll before the event. */
export async function projectAttendance(
	tx: Tx,
	{ meeting, at }: Recorded,
	event: AttendanceEvent,
	roll: Roll
) {
	const sitting = roll.sitting ?? '';
	const when = new Date(at);
	switch (event.type) {
		case 'attendance.rollBegun':
		case 'attendance.counted':
			return;
		case 'attendance.checkedIn':
			await tx
				.insert(attendance)
				.values({ meeting, sitting, seat: event.seat, way: event.way, cameAt: when });
			return;
		case 'attendance.left': {
			const here = and(
				eq(attendance.meeting, meeting),
				eq(attendance.sitting, sitting),
				eq(attendance.seat, event.seat),
				isNull(attendance.leftAt)
			);
			await tx.update(attendance).set({ leftAt: when }).where(here);
		}
	}
}

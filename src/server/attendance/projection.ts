import { and, eq, isNull } from 'drizzle-orm';
import type { AttendanceEvent, Roll } from '#domain/attendance/roll.ts';
import type { Recorded } from '#domain/journal/entry.ts';
import type { Tx } from '#server/platform/db.ts';
import { newHallSecret } from './queries.ts';
import { attendance, hallCodes } from './tables.ts';

/** `roll` is the roll before the event. */
export async function projectAttendance(
	tx: Tx,
	{ meeting }: Recorded,
	event: AttendanceEvent,
	{ sitting }: Roll
) {
	if (event.type === 'attendance.rollBegun') {
		const secret = newHallSecret();
		await tx.insert(hallCodes).values({ sitting: event.sitting, secret }).onConflictDoNothing();
	}
	if (sitting === null) return;
	if (event.type === 'attendance.checkedIn') {
		const { seat, way, late, since } = event;
		await tx.insert(attendance).values({ meeting, sitting, seat, way, late, cameAt: new Date(since) });
	}
	if (event.type === 'attendance.left') {
		const here = and(
			eq(attendance.meeting, meeting),
			eq(attendance.sitting, sitting),
			eq(attendance.seat, event.seat),
			isNull(attendance.leftAt)
		);
		await tx
			.update(attendance)
			.set({ leftAt: new Date(event.at) })
			.where(here);
	}
}

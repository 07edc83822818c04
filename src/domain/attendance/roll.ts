// The roll of one sitting: begun before it opens, kept while it lasts. Earlier rolls are in the attendance table.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { SeatId, SittingId } from '../journal/ids.ts';
import { openSitting, sittingOf, type Meeting } from '../meetings/meeting.ts';

/** How somebody was checked in: by the hall code as a picture or typed, by his own tap, by the secretary. */
export type Way = 'qr' | 'code' | 'button' | 'clerk';
export type Presence = {
	readonly way: Way;
	readonly since: Instant;
	/** After the sitting had been opened. */
	readonly late: boolean;
	readonly leftAt: Instant | null;
};
/** `seats` and `excused` are null where the reader sees only the count. */
export type Roll = {
	readonly sitting: SittingId | null;
	readonly seats: { readonly [seat: SeatId]: Presence } | null;
	/** Who said beforehand that he cannot come, with the reason given. */
	readonly excused: { readonly [seat: SeatId]: string } | null;
	readonly present: number;
};
export type AttendanceEvent =
	| { readonly type: 'attendance.rollBegun'; readonly sitting: SittingId }
	| {
			readonly type: 'attendance.checkedIn';
			readonly seat: SeatId;
			readonly way: Way;
			readonly since: Instant;
			readonly late: boolean;
	  }
	| { readonly type: 'attendance.left'; readonly seat: SeatId; readonly at: Instant }
	| { readonly type: 'attendance.excused'; readonly seat: SeatId; readonly reason: string }
	| { readonly type: 'attendance.counted'; readonly present: number };
export type AttendanceRefusal =
	| { readonly code: 'sittingUnknown' }
	| { readonly code: 'rollBegun' }
	| { readonly code: 'rollNotBegun' }
	| { readonly code: 'alreadyPresent' }
	| { readonly code: 'notPresent' }
	| { readonly code: 'seatUnknown' }
	| { readonly code: 'hallCodeOld' }
	| { readonly code: 'notSeated' };

export const noRoll: Roll = { sitting: null, seats: {}, excused: {}, present: 0 };

export const isPresent = ({ seats }: Roll, seat: SeatId): boolean => seats?.[seat]?.leftAt === null;
/** The seats of those present now, in no order. */
export const presentSeats = (roll: Roll): readonly SeatId[] =>
	Object.keys(roll.seats ?? {})
		.map((seat) => seat as SeatId)
		.filter((seat) => isPresent(roll, seat));

/** Begins the roll of a sitting, once: beginning again would wipe out who has come. */
export function beginRoll(
	roll: Roll,
	meeting: Meeting,
	sitting: SittingId
): Result<AttendanceEvent[], AttendanceRefusal> {
	const known = sittingOf(meeting, sitting);
	if (!known || known.state === 'ended') return refuse({ code: 'sittingUnknown' });
	if (openSitting(meeting) && openSitting(meeting)?.id !== sitting) return refuse({ code: 'sittingUnknown' });
	if (roll.sitting === sitting) return refuse({ code: 'rollBegun' });
	return ok([{ type: 'attendance.rollBegun', sitting }]);
}

/** Checks a seat in: late where the sitting is open already; whoever left comes back the same way. */
export function checkIn(
	roll: Roll,
	meeting: Meeting,
	{ seat, way, at }: { seat: SeatId | null; way: Way; at: Instant }
): Result<AttendanceEvent[], AttendanceRefusal> {
	if (seat === null) return refuse({ code: 'notSeated' });
	const sitting = roll.sitting && sittingOf(meeting, roll.sitting);
	if (!sitting || sitting.state === 'ended') return refuse({ code: 'rollNotBegun' });
	if (isPresent(roll, seat)) return refuse({ code: 'alreadyPresent' });
	const late = sitting.state !== 'planned';
	return ok([{ type: 'attendance.checkedIn', seat, way, since: at, late }]);
}

/** Notes that a seat has left before the end. */
export function leave(roll: Roll, seat: SeatId, at: Instant): Result<AttendanceEvent[], AttendanceRefusal> {
	return isPresent(roll, seat) ? ok([{ type: 'attendance.left', seat, at }]) : refuse({ code: 'notPresent' });
}

/** Notes that an absent seat has given its reason (Law 72/2025, Art. 33(2)). */
export function excuse(
	roll: Roll,
	seat: SeatId,
	reason: string
): Result<AttendanceEvent[], AttendanceRefusal> {
	if (roll.sitting === null) return refuse({ code: 'rollNotBegun' });
	if (isPresent(roll, seat)) return refuse({ code: 'alreadyPresent' });
	return ok([{ type: 'attendance.excused', seat, reason }]);
}

export function applyToRoll(roll: Roll, event: AttendanceEvent): Roll {
	switch (event.type) {
		case 'attendance.rollBegun':
			return {
				sitting: event.sitting,
				seats: roll.seats && {},
				excused: roll.excused && {},
				present: 0
			};
		case 'attendance.checkedIn': {
			const { seat, way, since, late } = event;
			const seats = { ...roll.seats, [seat]: { way, since, late, leftAt: null } };
			return { ...roll, seats, present: roll.present + 1 };
		}
		case 'attendance.left': {
			const was = roll.seats?.[event.seat];
			const seats = was ? { ...roll.seats, [event.seat]: { ...was, leftAt: event.at } } : roll.seats;
			return { ...roll, seats, present: roll.present - 1 };
		}
		case 'attendance.excused':
			return { ...roll, excused: { ...roll.excused, [event.seat]: event.reason } };
		case 'attendance.counted':
			return { ...roll, present: event.present };
	}
}

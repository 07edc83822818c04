// The roll of one sitting: begun before it opens, kept while it lasts. Earlier rolls are in the attendance table.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { SeatId, SittingId } from '../journal/ids.ts';
import type { Meeting } from '../meetings/meeting.ts';

export type Way = 'qr' | 'button' | 'clerk' | 'nfc';
/** `seats` is null where the reader sees only the count. */
export type Roll = {
	readonly sitting: SittingId | null;
	readonly seats: { readonly [seat: SeatId]: Way } | null;
	readonly present: number;
};
export type AttendanceEvent =
	| { readonly type: 'attendance.rollBegun'; readonly sitting: SittingId }
	| { readonly type: 'attendance.checkedIn'; readonly seat: SeatId; readonly way: Way }
	| { readonly type: 'attendance.left'; readonly seat: SeatId }
	| { readonly type: 'attendance.counted'; readonly present: number };
export type AttendanceRefusal =
	| { readonly code: 'sittingUnknown' }
	| { readonly code: 'rollBegun' }
	| { readonly code: 'rollNotBegun' }
	| { readonly code: 'alreadyPresent' }
	| { readonly code: 'notSeated' };

export const noRoll: Roll = { sitting: null, seats: {}, present: 0 };

/** Begins the roll of a sitting, once: beginning again would wipe out who has come. */
export function beginRoll(
	roll: Roll,
	{ sittings }: Meeting,
	sitting: SittingId
): Result<AttendanceEvent[], AttendanceRefusal> {
	const known = sittings.find(({ id }) => id === sitting);
	if (!known || known.state === 'ended') return refuse({ code: 'sittingUnknown' });
	if (roll.sitting === sitting) return refuse({ code: 'rollBegun' });
	return ok([{ type: 'attendance.rollBegun', sitting }]);
}

export function checkIn(
	roll: Roll,
	seat: SeatId | null,
	way: Way
): Result<AttendanceEvent[], AttendanceRefusal> {
	if (seat === null) return refuse({ code: 'notSeated' });
	if (roll.sitting === null) return refuse({ code: 'rollNotBegun' });
	if (roll.seats?.[seat]) return refuse({ code: 'alreadyPresent' });
	return ok([{ type: 'attendance.checkedIn', seat, way }]);
}

export function applyToRoll(roll: Roll, event: AttendanceEvent): Roll {
	switch (event.type) {
		case 'attendance.rollBegun':
			return { sitting: event.sitting, seats: roll.seats && {}, present: 0 };
		case 'attendance.checkedIn':
			return { ...roll, seats: { ...roll.seats, [event.seat]: event.way }, present: roll.present + 1 };
		case 'attendance.left': {
			const { [event.seat]: _, ...seats } = roll.seats ?? {};
			return { ...roll, seats, present: roll.present - 1 };
		}
		case 'attendance.counted':
			return { ...roll, present: event.present };
	}
}

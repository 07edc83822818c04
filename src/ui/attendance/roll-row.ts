import type { Presence, Roll } from '#domain/attendance/roll.ts';
import type { SeatId } from '#domain/journal/ids.ts';
import { clockTime } from '#i18n/format.ts';
import { m } from '#i18n/messages/messages.js';

export type Standing = 'present' | 'left' | 'excused' | 'absent';

export function standingOf({ seats, excused }: Roll, seat: SeatId): Standing {
	const presence = seats?.[seat];
	if (presence) return presence.leftAt === null ? 'present' : 'left';
	return excused?.[seat] === undefined ? 'absent' : 'excused';
}

/** How somebody stands on the roll, in a few words: *Có mặt 07:52, tự bấm*. */
export function standingInWords(roll: Roll, seat: SeatId): string {
	const presence = roll.seats?.[seat];
	if (presence)
		return presence.leftAt === null
			? presentInWords(presence)
			: m.attendance_leftAt({ time: clockTime(presence.leftAt) });
	const reason = roll.excused?.[seat];
	return reason === undefined ? m.attendance_absent() : m.attendance_excused({ reason });
}

function presentInWords({ since, late, way }: Presence): string {
	const facts = { time: clockTime(since), way: wayInWords(way) };
	return late ? m.attendance_presentLate(facts) : m.attendance_presentAt(facts);
}
function wayInWords(way: Presence['way']): string {
	switch (way) {
		case 'qr':
			return m.attendance_wayQr();
		case 'code':
			return m.attendance_wayCode();
		case 'button':
			return m.attendance_wayButton();
		case 'clerk':
			return m.attendance_wayClerk();
	}
}

// Who has pressed in the open round and who has not: never what.
import type { SeatId } from '#domain/journal/ids.ts';
import { isPresent, type Roll } from '#domain/attendance/roll.ts';
import { hasPressed, type Pressed } from '#domain/live/wire.ts';
import type { Voter } from '#domain/voting/voters.ts';

export type SeatMark = 'cast' | 'none' | 'absent';
export type MarkedSeat = { readonly seat: SeatId; readonly mark: SeatMark };

/** Every voter's seat: pressed, present without having pressed, absent. */
export const marksOf = (
	voters: readonly Voter[],
	roll: Roll,
	pressed: Pressed | null
): readonly MarkedSeat[] =>
	voters.map(({ seat }, place) => ({
		seat,
		mark: markOf(isPresent(roll, seat), pressed !== null && hasPressed(pressed, place))
	}));

const markOf = (present: boolean, pressed: boolean): SeatMark =>
	pressed ? 'cast' : present ? 'none' : 'absent';

/** Who is present and has not pressed. */
export const missingOf = (marks: readonly MarkedSeat[]): readonly SeatId[] =>
	marks.filter(({ mark }) => mark === 'none').map(({ seat }) => seat);

import { can } from '../access/policy.ts';
import { isPresent, type Roll } from '../attendance/roll.ts';
import type { PersonId, SeatId } from '../journal/ids.ts';
import type { Meeting, RosterChange } from '../meetings/meeting.ts';
import { partsOf, type Roster } from '../meetings/roster.ts';

export type Voter = { readonly person: PersonId; readonly seat: SeatId };
const mayVote = (part: RosterChange) => can({ ...part, steppedUp: null }, 'voting.castBallot');

/** Who may vote if a round opens now, in the order of the roster. Their number is the membership of the round. */
export const votersOf = (meeting: Meeting, roster: Roster): readonly Voter[] =>
	partsOf(meeting, roster).flatMap((part) =>
		part.seat !== null && mayVote(part) ? [{ person: part.person, seat: part.seat }] : []
	);

/** Of these voters, who is on the roll now. */
export const presentOf = (voters: readonly Voter[], roll: Roll): readonly PersonId[] =>
	voters.filter(({ seat }) => isPresent(roll, seat)).map(({ person }) => person);

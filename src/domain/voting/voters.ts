import { can } from '../access/policy.ts';
import type { PersonId } from '../journal/ids.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { partsOf, type Roster } from '../meetings/roster.ts';

/** Who may vote if a round opens now, in the order of the roster. Their number is the membership of the round. */
export const votersOf = (meeting: Meeting, roster: Roster): readonly PersonId[] =>
	partsOf(meeting, roster)
		.filter((part) => can({ ...part, steppedUpAt: null }, 'voting.castBallot'))
		.map(({ person }) => person);

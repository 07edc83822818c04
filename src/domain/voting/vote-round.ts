// Open, closed, announced. Ballots are not here: closing is given what the box holds, counted under the round's lock.
import { canonicalBytes } from '#lib/canonical-json.ts';
import { hashOf, type Hash } from '#lib/hash.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { ItemId, PersonId, RoundId } from '../journal/ids.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { currentItem, openSitting } from '../meetings/meeting.ts';

export type Choice = 'approve' | 'disapprove' | 'notVoting';
export type Tally = { readonly [choice in Choice]: number };
/** What the ballot box held at closing. A secret box has no tally until the tellers open it. */
export type Box = { readonly received: number; readonly root: Hash; readonly tally: Tally | null };
/** Who chose what: in the journal and on a page of its own, never in the state. */
export type RollOfVotes = { readonly [person: PersonId]: Choice };
export type VoteRound = {
	readonly id: RoundId;
	readonly item: ItemId;
	readonly closedDoors: boolean;
	readonly secret: boolean;
	readonly membership: number;
	readonly voters: Hash;
	readonly state: 'open' | 'closed' | 'announced';
	readonly box: Box | null;
	readonly tally: Tally | null;
};
export type VotingEvent =
	| {
			readonly type: 'voting.roundOpened';
			readonly round: RoundId;
			readonly item: ItemId;
			readonly closedDoors: boolean;
			readonly secret: boolean;
			readonly membership: number;
			/** Names the list of voters, frozen with the round. */
			readonly voters: Hash;
	  }
	| { readonly type: 'voting.roundClosed'; readonly round: RoundId; readonly box: Box | null }
	| { readonly type: 'voting.boxOpened'; readonly round: RoundId; readonly tally: Tally }
	| {
			readonly type: 'voting.announced';
			readonly round: RoundId;
			readonly box: Box;
			readonly tally: Tally;
			readonly roll: RollOfVotes | null;
	  };
export type VotingRefusal =
	| { readonly code: 'roundNotOpen'; readonly state: VoteRound['state'] | 'unknown' }
	| { readonly code: 'roundNotClosed' }
	| { readonly code: 'roundKnown' }
	| { readonly code: 'boxSealed' }
	| { readonly code: 'boxNotSealed' }
	| { readonly code: 'anotherRoundOpen' }
	| { readonly code: 'noItemRunning' }
	| { readonly code: 'tooFewForSecret'; readonly needed: number };

const fewestForSecret = 5;
export const roundOf = (rounds: readonly VoteRound[], id: RoundId) => rounds.find((round) => round.id === id);

/** Opens a round on the item in hand, and freezes the voters it will be counted on. */
export function openRound(
	rounds: readonly VoteRound[],
	meeting: Meeting,
	{ id, secret, voters }: { id: RoundId; secret: boolean; voters: readonly PersonId[] }
): Result<VotingEvent[], VotingRefusal> {
	const item = currentItem(meeting);
	if (!item) return refuse({ code: 'noItemRunning' });
	if (roundOf(rounds, id)) return refuse({ code: 'roundKnown' });
	if (rounds.some(({ state }) => state === 'open')) return refuse({ code: 'anotherRoundOpen' });
	if (secret && voters.length < fewestForSecret)
		return refuse({ code: 'tooFewForSecret', needed: fewestForSecret });
	const closedDoors = item.closed || (openSitting(meeting)?.closed ?? false);
	const frozen = {
		item: item.id,
		closedDoors,
		secret,
		membership: voters.length,
		voters: hashOf(canonicalBytes(voters))
	};
	return ok([{ type: 'voting.roundOpened', round: id, ...frozen }]);
}

/** Closes a round for ever: to ask again, open a new one. Refused unless it is open. */
export function closeRound(
	round: VoteRound | undefined,
	box: Box | null
): Result<VotingEvent[], VotingRefusal> {
	if (round?.state !== 'open' || box === null)
		return refuse({ code: 'roundNotOpen', state: round?.state ?? 'unknown' });
	return ok([{ type: 'voting.roundClosed', round: round.id, box }]);
}

/** The sum of a secret box, as the tellers' board opened it. Refused where there is nothing sealed. */
export function openBox(round: VoteRound | undefined, tally: Tally): Result<VotingEvent[], VotingRefusal> {
	if (round?.state !== 'closed') return refuse({ code: 'roundNotClosed' });
	if (!round.secret || round.tally) return refuse({ code: 'boxNotSealed' });
	return ok([{ type: 'voting.boxOpened', round: round.id, tally }]);
}

/** Announces what was counted at closing, and carries it again: whoever could not see it before learns it from this event. */
export function announce(
	round: VoteRound | undefined,
	roll: RollOfVotes | null
): Result<VotingEvent[], VotingRefusal> {
	if (round?.state !== 'closed' || round.box === null) return refuse({ code: 'roundNotClosed' });
	if (round.tally === null) return refuse({ code: 'boxSealed' });
	const { id, box, tally, secret } = round;
	return ok([{ type: 'voting.announced', round: id, box, tally, roll: secret ? null : roll }]);
}

const change = (rounds: readonly VoteRound[], id: RoundId, by: Partial<VoteRound>) =>
	rounds.map((round) => (round.id === id ? { ...round, ...by } : round));

export function applyToRounds(rounds: readonly VoteRound[], event: VotingEvent): readonly VoteRound[] {
	switch (event.type) {
		case 'voting.roundOpened': {
			const { type: _, round: id, ...frozen } = event;
			return [...rounds, { id, ...frozen, state: 'open', box: null, tally: null }];
		}
		case 'voting.roundClosed':
			return change(rounds, event.round, {
				state: 'closed',
				box: event.box,
				tally: event.box?.tally ?? null
			});
		case 'voting.boxOpened':
			return change(rounds, event.round, { tally: event.tally });
		case 'voting.announced':
			return change(rounds, event.round, { state: 'announced', box: event.box, tally: event.tally });
	}
}

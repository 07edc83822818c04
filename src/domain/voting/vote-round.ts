// Open, closed, announced. Ballots are not here: closing is given what the box holds, counted under the round's lock.
import { canonicalBytes } from '#lib/canonical-json.ts';
import { hashOf, type Hash } from '#lib/hash.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { instant, type Instant } from '#lib/time.ts';
import type { ItemId, PersonId, RoundId, SittingId, VoteId } from '../journal/ids.ts';
import { voteOf } from '../meetings/agenda.ts';
import { openSitting, type Meeting } from '../meetings/meeting.ts';
import type { Bound } from '../meetings/profile.ts';
import { isCarried } from './threshold.ts';

export type Choice = 'approve' | 'disapprove' | 'notVoting';
export const choices: readonly Choice[] = ['approve', 'disapprove', 'notVoting'];
export type Tally = { readonly [choice in Choice]: number };
/**
 * What the ballot box held at closing. A secret box has no tally until the tellers open it. `notCast` were present and
 * did not press, `absent` the rest of the membership: two facts that are never one.
 */
export type Box = {
	readonly received: number;
	readonly root: Hash;
	readonly tally: Tally | null;
	readonly notCast: number;
	readonly absent: number;
};
/** What the ballots say, before it is held against who is present. */
export type Counted = {
	readonly received: number;
	readonly root: Hash;
	readonly tally: Tally | null;
	readonly cast: ReadonlySet<PersonId>;
};
/** Who chose what: in the journal and on a page of its own, never in the state. */
export type RollOfVotes = { readonly [person: PersonId]: Choice };
type Frozen = {
	readonly vote: VoteId;
	/** 1 for the first round of the vote. */
	readonly number: number;
	readonly item: ItemId;
	readonly sitting: SittingId;
	readonly closedDoors: boolean;
	readonly secret: boolean;
	readonly mayChange: boolean;
	readonly membership: number;
	readonly bound: Bound;
	/** Names the list of voters, frozen with the round. */
	readonly voters: Hash;
	readonly openedAt: Instant;
	/** The suggested end: nothing closes by itself. */
	readonly until: Instant;
};
export type VoteRound = Frozen & {
	readonly id: RoundId;
	readonly state: 'open' | 'closed' | 'announced';
	readonly box: Box | null;
	readonly tally: Tally | null;
	/** Known once announced. */
	readonly carried: boolean | null;
};
export type VotingEvent =
	| ({ readonly type: 'voting.roundOpened'; readonly round: RoundId } & Frozen)
	| { readonly type: 'voting.timeExtended'; readonly round: RoundId; readonly until: Instant }
	| { readonly type: 'voting.roundClosed'; readonly round: RoundId; readonly box: Box | null }
	| { readonly type: 'voting.boxOpened'; readonly round: RoundId; readonly tally: Tally }
	| {
			readonly type: 'voting.announced';
			readonly round: RoundId;
			readonly box: Box;
			readonly tally: Tally;
			readonly carried: boolean;
			readonly roll: RollOfVotes | null;
	  };
export type VotingRefusal =
	| { readonly code: 'roundNotOpen'; readonly state: VoteRound['state'] | 'unknown' }
	| { readonly code: 'roundNotClosed' }
	| { readonly code: 'roundKnown' }
	| { readonly code: 'boxSealed' }
	| { readonly code: 'boxNotSealed' }
	| { readonly code: 'anotherRoundOpen' }
	| { readonly code: 'alreadyDecided' }
	| { readonly code: 'voteUnknown' }
	| { readonly code: 'voteNotOfItem' }
	| { readonly code: 'noSittingOpen' }
	| { readonly code: 'roundStillOpen' }
	| { readonly code: 'tooFewForSecret'; readonly needed: number };

const fewestForSecret = 5;
export const roundOf = (rounds: readonly VoteRound[], id: RoundId) => rounds.find((round) => round.id === id);

/** The rounds of one vote, in order: the last one stands. */
export const roundsOf = (rounds: readonly VoteRound[], vote: VoteId) =>
	rounds.filter((round) => round.vote === vote);
/** The round that is not yet announced: nothing else may begin or end while there is one. */
export const pendingRound = (rounds: readonly VoteRound[]) =>
	rounds.find(({ state }) => state !== 'announced');

type Opening = {
	readonly id: RoundId;
	readonly vote: VoteId;
	readonly secret: boolean;
	readonly voters: readonly PersonId[];
	readonly at: Instant;
};
/**
 * Opens a round of a vote planned on the item in hand, and freezes the voters it will be counted on and the bound it
 * has to reach. Refused while another round is open or not yet announced, and where the vote has been decided.
 */
export function openRound(
	rounds: readonly VoteRound[],
	meeting: Meeting,
	{ id, vote, secret, voters, at }: Opening
): Result<VotingEvent[], VotingRefusal> {
	const sitting = openSitting(meeting);
	const found = voteOf(meeting.agenda, vote);
	if (!sitting) return refuse({ code: 'noSittingOpen' });
	if (!found || !meeting.profile) return refuse({ code: 'voteUnknown' });
	if (found.item.id !== meeting.current) return refuse({ code: 'voteNotOfItem' });
	if (roundOf(rounds, id)) return refuse({ code: 'roundKnown' });
	if (pendingRound(rounds)) return refuse({ code: 'anotherRoundOpen' });
	if (roundsOf(rounds, vote).some(({ state }) => state === 'announced'))
		return refuse({ code: 'alreadyDecided' });
	if (secret && voters.length < fewestForSecret)
		return refuse({ code: 'tooFewForSecret', needed: fewestForSecret });
	const { ballot, thresholds } = meeting.profile;
	const frozen: Frozen = {
		vote,
		number: roundsOf(rounds, vote).length + 1,
		item: found.item.id,
		sitting: sitting.id,
		closedDoors: found.item.closed || sitting.closed,
		secret,
		mayChange: !secret && ballot.mayChange,
		membership: voters.length,
		bound: thresholds[found.planned.threshold],
		voters: hashOf(canonicalBytes(voters)),
		openedAt: at,
		until: instant(at + ballot.suggestedSeconds * 1000)
	};
	return ok([{ type: 'voting.roundOpened', round: id, ...frozen }]);
}

/** Gives the profile's extra seconds, from now or from the suggested end, whichever is later. */
export function extendTime(
	round: VoteRound | undefined,
	{ profile }: Meeting,
	at: Instant
): Result<VotingEvent[], VotingRefusal> {
	if (round?.state !== 'open' || !profile)
		return refuse({ code: 'roundNotOpen', state: round?.state ?? 'unknown' });
	const until = instant(Math.max(at, round.until) + profile.ballot.extendSeconds * 1000);
	return ok([{ type: 'voting.timeExtended', round: round.id, until }]);
}

/**
 * Closes a round for ever: to ask again, open a new one. Refused unless it is open. `present` are the voters on the
 * roll at this moment: whoever of them did not press is counted apart from the absent.
 */
export function closeRound(
	round: VoteRound | undefined,
	counted: Counted | null,
	present: readonly PersonId[]
): Result<VotingEvent[], VotingRefusal> {
	if (round?.state !== 'open' || counted === null)
		return refuse({ code: 'roundNotOpen', state: round?.state ?? 'unknown' });
	const { received, root, tally, cast } = counted;
	const notCast = present.filter((person) => !cast.has(person)).length;
	const box: Box = { received, root, tally, notCast, absent: round.membership - received - notCast };
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
	const { id, box, tally, secret, membership, bound } = round;
	const carried = isCarried({ approve: tally.approve, membership }, bound);
	return ok([{ type: 'voting.announced', round: id, box, tally, carried, roll: secret ? null : roll }]);
}

const change = (rounds: readonly VoteRound[], id: RoundId, by: Partial<VoteRound>) =>
	rounds.map((round) => (round.id === id ? { ...round, ...by } : round));

export function applyToRounds(rounds: readonly VoteRound[], event: VotingEvent): readonly VoteRound[] {
	switch (event.type) {
		case 'voting.roundOpened': {
			const { type: _, round: id, ...frozen } = event;
			return [...rounds, { id, ...frozen, state: 'open', box: null, tally: null, carried: null }];
		}
		case 'voting.timeExtended':
			return change(rounds, event.round, { until: event.until });
		case 'voting.roundClosed':
			return change(rounds, event.round, {
				state: 'closed',
				box: event.box,
				tally: event.box?.tally ?? null
			});
		case 'voting.boxOpened':
			return change(rounds, event.round, { tally: event.tally });
		case 'voting.announced': {
			const { box, tally, carried } = event;
			return change(rounds, event.round, { state: 'announced', box, tally, carried });
		}
	}
}

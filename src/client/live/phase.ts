// Where a meeting stands, as whoever conducts it has to know: what is in hand and what comes next.
import type { ItemId, VoteId } from '#domain/journal/ids.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import type { AgendaItem, PlannedVote } from '#domain/meetings/agenda.ts';
import { currentItem, openSitting, type Meeting, type Sitting } from '#domain/meetings/meeting.ts';
import { pendingRound, roundsOf, type VoteRound } from '#domain/voting/vote-round.ts';

export type Phase =
	/** The roll of the next sitting has not begun. */
	| { readonly state: 'waiting'; readonly sitting: Sitting; readonly held: boolean }
	| { readonly state: 'gathering'; readonly sitting: Sitting; readonly held: boolean }
	/** A sitting is open and no item in hand. */
	| { readonly state: 'between'; readonly sitting: Sitting }
	| { readonly state: 'item'; readonly sitting: Sitting; readonly item: AgendaItem }
	| { readonly state: 'voting'; readonly item: AgendaItem; readonly round: VoteRound }
	| { readonly state: 'counted'; readonly item: AgendaItem; readonly round: VoteRound }
	/** Every sitting has ended, and the meeting is not closed. */
	| { readonly state: 'ended' }
	| { readonly state: 'over' };

export function phaseOf({ meeting, roll, rounds }: LiveMeeting): Phase {
	if (meeting.state !== 'called') return { state: 'over' };
	const sitting = openSitting(meeting);
	if (!sitting) return betweenSittings(meeting, roll.sitting);
	const [item, round] = [currentItem(meeting), pendingRound(rounds)];
	if (!item) return { state: 'between', sitting };
	if (!round) return { state: 'item', sitting, item };
	return { state: round.state === 'open' ? 'voting' : 'counted', item, round };
}

function betweenSittings({ sittings }: Meeting, rolled: string | null): Phase {
	const next = sittings.find(({ state }) => state === 'planned');
	const held = sittings.some(({ state }) => state === 'ended');
	if (!next) return { state: 'ended' };
	return { state: rolled === next.id ? 'gathering' : 'waiting', sitting: next, held };
}

/** The item that comes after the one in hand, or after the last that was ended; null where none is left. */
export function nextItem({ agenda, current, ended }: Meeting): AgendaItem | null {
	const from = current ?? ended.at(-1);
	const at = agenda.findIndex(({ id }) => id === from);
	const left = ({ id }: AgendaItem) => id !== current && !ended.includes(id);
	return agenda.slice(at + 1).find(left) ?? null;
}

export const isAhead = ({ current, ended }: Meeting, id: ItemId) => id !== current && !ended.includes(id);
/** Its number on the agenda, from 1. */
export const numberOf = ({ agenda }: Meeting, id: ItemId) => agenda.findIndex((item) => item.id === id) + 1;

/** The votes of an item that have not been announced, in the order of the agenda. */
export const votesLeft = (rounds: readonly VoteRound[], { votes }: AgendaItem): readonly PlannedVote[] =>
	votes.filter(({ id }) => roundsOf(rounds, id).every(({ state }) => state !== 'announced'));

/** The vote that comes next: the one chosen, or the first after the last announced, or the first that is left. */
export function nextVote(
	rounds: readonly VoteRound[],
	item: AgendaItem,
	chosen: VoteId | null = null
): PlannedVote | null {
	const left = votesLeft(rounds, item);
	const last = lastAnnounced(rounds, item)?.vote;
	const after = item.votes.slice(item.votes.findIndex(({ id }) => id === last) + 1);
	return left.find(({ id }) => id === chosen) ?? after.find((vote) => left.includes(vote)) ?? left[0] ?? null;
}

/** What was last announced on an item; null where nothing was. */
export const lastAnnounced = (rounds: readonly VoteRound[], { id }: AgendaItem): VoteRound | null =>
	rounds.findLast((round) => round.item === id && round.state === 'announced') ?? null;

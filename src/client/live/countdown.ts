import type { VoteRound } from '#domain/voting/vote-round.ts';
import type { Instant } from '#lib/time.ts';

/** Whole seconds until the suggested end of a round; 0 from then on: nothing closes by itself. */
export const secondsLeft = ({ until }: VoteRound, now: Instant): number =>
	Math.max(0, Math.ceil((until - now) / 1000));
/** From opening to the suggested end, with what was given on request. */
export const secondsInAll = ({ openedAt, until }: VoteRound): number => Math.round((until - openedAt) / 1000);

import { neededOf, reaches, type Bound } from '../meetings/profile.ts';

/** `membership` is the number frozen when the round opened: all members, present or not. */
export type Count = { readonly approve: number; readonly membership: number };

/**
 * Whether a motion is carried, by an exact fraction of the membership frozen at opening: more than half of all (Law
 * 72/2025, Art. 35), or at least two thirds of all. Whoever was absent or did not press counts in the membership.
 */
export const isCarried = ({ approve, membership }: Count, bound: Bound): boolean =>
	reaches(approve, membership, bound);

/** How many must approve: 31 of 60 for more than half. */
export const neededToCarry = (membership: number, bound: Bound): number => neededOf(membership, bound);

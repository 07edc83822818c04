// The rules of a body as data: what differs from body to body, each with its source in law. Frozen into the meeting
// when it is called, so that a recorded meeting is judged for ever by the rules it was held under.
import type { UnitId } from '../journal/ids.ts';

/** A part of a whole number that has to be reached, as an exact fraction: never a percentage, never rounded. */
export type Bound = {
	readonly kind: 'moreThan' | 'atLeast';
	readonly numerator: number;
	readonly denominator: number;
	/** The law or working regulation it is taken from, as it is cited to people. */
	readonly source: string;
};
export type Threshold = 'majorityOfAll' | 'twoThirdsOfAll';
export const thresholds: readonly Threshold[] = ['majorityOfAll', 'twoThirdsOfAll'];

export type RuleProfile = {
	readonly id: string;
	readonly body: UnitId;
	readonly title: string;
	/** False until a person of the body has confirmed it: said wherever a result rests on it. */
	readonly confirmed: boolean;
	readonly wording: 'council' | 'meeting' | 'party';
	readonly quorum: Bound;
	readonly thresholds: { readonly [threshold in Threshold]: Bound };
	readonly ballot: {
		readonly suggestedSeconds: number;
		readonly extendSeconds: number;
		/** Whether an open ballot may be changed until the round is closed. */
		readonly mayChange: boolean;
	};
	/** A speech in the debate: its time, how long before the end the speaker is warned, and the one extension. */
	readonly speech: {
		readonly allottedSeconds: number;
		readonly warnSeconds: number;
		readonly extendSeconds: number;
	};
};

/** Whether `count` out of `whole` reaches the bound, in whole numbers. */
export function reaches(count: number, whole: number, { kind, numerator, denominator }: Bound): boolean {
	const [have, need] = [count * denominator, numerator * whole];
	return kind === 'moreThan' ? have > need : have >= need;
}

/** The smallest count out of `whole` that reaches the bound: 31 of 60 for more than half, 40 for two thirds. */
export function neededOf(whole: number, { kind, numerator, denominator }: Bound): number {
	const exact = numerator * whole;
	return kind === 'moreThan' ? Math.floor(exact / denominator) + 1 : Math.ceil(exact / denominator);
}

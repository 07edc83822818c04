// What a voter gets back: that his ballot was taken, and a code by which it is found. The choice is his own to see.
import type { Hash } from '#lib/hash.ts';
import type { Instant } from '#lib/time.ts';
import { codeSigns } from '../attendance/hall-code.ts';
import type { RoundId } from '../journal/ids.ts';
import type { Choice } from './vote-round.ts';

export type Receipt = {
	readonly round: RoundId;
	readonly attempt: number;
	readonly choice: Choice;
	readonly receivedAt: Instant;
	readonly code: string;
};

/** Eight signs of the ballot's hash, in two groups: `K7QM-2XPA`. */
export function receiptCode(hash: Hash): string {
	const signs = Array.from({ length: 8 }, (_, at) => {
		const byte = Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16);
		return codeSigns[byte % codeSigns.length];
	}).join('');
	return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

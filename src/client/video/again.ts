// When to try once more to come back into a call.

const firstMs = 2_000;
const longestMs = 30_000;
const atOnceMs = 500;

/**
 * How long to wait before the next try: hardly at all before the first, then from 2 up to 30 seconds, each shortened by
 * chance (0 to 1) to no less than half, so that the points of a province do not all come in the same moment.
 */
export function pauseMs(tries: number, chance: number): number {
	if (tries === 0) return atOnceMs * chance;
	const longest = Math.min(longestMs, firstMs * 2 ** (tries - 1));
	return longest * (1 - chance / 2);
}

/** The line to the server: `held` where something between holds messages back and we ask every few seconds. */
export type Line = 'open' | 'held' | 'reconnecting' | 'lost';

const patienceMs = 3_000;
const offlineMs = 15_000;

/** What is shown of a line that has been silent for so long: nothing at first, then a chip, then a bar. */
export function lineAfter(silentMs: number): Line {
	if (silentMs < patienceMs) return 'open';
	return silentMs < offlineMs ? 'reconnecting' : 'lost';
}

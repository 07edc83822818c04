import type { Line } from '#client/live/line.ts';
import type { Instant } from '#lib/time.ts';
import { lineAfter, type Line as Shown } from '#ui/kit/line.ts';

/** What is shown of the line: what a page begins with counts as whole until it is known to be lost. */
export function lineShown({ state, since }: Line, now: Instant): Shown {
	switch (state) {
		case 'connecting':
		case 'connected':
			return 'open';
		case 'held':
			return 'held';
		case 'lost':
			return lineAfter(now - since);
	}
}

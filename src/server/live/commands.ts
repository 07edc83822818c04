import * as v from 'valibot';
import { ok } from '#lib/result.ts';
import { liveCommand } from '#server/platform/live-command.ts';

/** Sends the hall screen to the agenda, to the hall code, or covers it. Votes and results bring themselves there. */
export const liveShowOnHall = liveCommand({
	name: 'live.showOnHall',
	needs: 'live.driveHall',
	input: v.object({ shows: v.picklist(['agenda', 'code', 'covered']) }),
	decide: ({ input }) => ok([{ type: 'hall.shown', shows: input.shows }])
});

import * as v from 'valibot';
import { sendable } from '#domain/live/hall.ts';
import { ok, refuse } from '#lib/result.ts';
import { liveCommand } from '#server/platform/live-command.ts';

/** Sends the hall screen to the agenda, to whoever speaks, to the hall code, or covers it. Votes and results bring themselves there. */
export const liveShowOnHall = liveCommand({
	name: 'live.showOnHall',
	needs: 'live.driveHall',
	input: v.object({ shows: v.picklist(sendable) }),
	decide: ({ meeting, input: { shows } }) =>
		shows === 'speaker' && !meeting.floor.speaking
			? refuse({ code: 'nobodySpeaking' })
			: ok([{ type: 'hall.shown', shows }])
});

import type { LiveMeeting } from '#domain/live/meeting.ts';
import { openSitting, sittingOf, type Sitting } from '#domain/meetings/meeting.ts';

/** The sitting that goes on, or whose roll is taken, or that comes next; null once all have ended. */
export function sittingInHand({ meeting, roll }: LiveMeeting): Sitting | null {
	const rolled = roll.sitting && sittingOf(meeting, roll.sitting);
	const here = openSitting(meeting) ?? (rolled && rolled.state !== 'ended' ? rolled : null);
	return here ?? meeting.sittings.find(({ state }) => state === 'planned') ?? null;
}
/** Whether its roll is being taken, so that people can check in. */
export const isGathering = ({ roll }: LiveMeeting, sitting: Sitting | null) =>
	sitting !== null && roll.sitting === sitting.id && sitting.state !== 'ended';

// Live commands of a called meeting. Those of a draft are in drafting.ts.
import * as v from 'valibot';
import { requireQuorum } from '#domain/attendance/quorum.ts';
import { endOfSpeech } from '#domain/floor/queue.ts';
import type { ItemId, SittingId } from '#domain/journal/ids.ts';
import type { LiveEvent, LiveMeeting } from '#domain/live/meeting.ts';
import { closeMeeting, endItem, endSitting, openASitting, startItem } from '#domain/meetings/meeting.ts';
import { pendingRound } from '#domain/voting/vote-round.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import { idOf } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';

/** Nothing ends under an open vote, nor under one whose result only the chair knows. */
function unlessVoting<T>({ rounds }: LiveMeeting, otherwise: () => Result<T, Refusal>): Result<T, Refusal> {
	return pendingRound(rounds) ? refuse({ code: 'roundStillOpen' }) : otherwise();
}

/** With the item ends the speech on it. */
const endingFloor = (
	{ floor }: LiveMeeting,
	at: Instant,
	ended: Result<readonly LiveEvent[], Refusal>
): Result<readonly LiveEvent[], Refusal> =>
	ended.ok ? ok([...endOfSpeech(floor, at), ...ended.value]) : ended;

export const openSittingCommand = liveCommand({
	name: 'meetings.openSitting',
	needs: 'meetings.conduct',
	input: v.object({ sitting: idOf<SittingId>() }),
	decide: ({ meeting: { meeting, roll }, input }) => {
		if (roll.sitting !== input.sitting) return refuse({ code: 'rollNotBegun' });
		const quorum = requireQuorum(meeting, roll);
		return quorum.ok ? openASitting(meeting, input.sitting) : quorum;
	}
});
export const endSittingCommand = liveCommand({
	name: 'meetings.endSitting',
	needs: 'meetings.conduct',
	input: v.object({}),
	decide: ({ meeting, at }) =>
		unlessVoting(meeting, () => endingFloor(meeting, at, endSitting(meeting.meeting)))
});
export const startItemCommand = liveCommand({
	name: 'meetings.startItem',
	needs: 'meetings.conduct',
	input: v.object({ item: idOf<ItemId>() }),
	decide: ({ meeting, input }) => unlessVoting(meeting, () => startItem(meeting.meeting, input.item))
});
export const endItemCommand = liveCommand({
	name: 'meetings.endItem',
	needs: 'meetings.conduct',
	input: v.object({}),
	decide: ({ meeting, at }) => unlessVoting(meeting, () => endingFloor(meeting, at, endItem(meeting.meeting)))
});
export const closeMeetingCommand = liveCommand({
	name: 'meetings.close',
	needs: 'meetings.conduct',
	input: v.object({}),
	decide: ({ meeting }) => closeMeeting(meeting.meeting)
});

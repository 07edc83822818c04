import type { MeetingId, RoundId } from '#domain/journal/ids.ts';
import type { RollOfVotes } from '#domain/voting/vote-round.ts';

/** Who chose what in an announced round; null where it cannot be had now. The browser keeps it. */
export async function rollOfVotes(meeting: MeetingId, round: RoundId): Promise<RollOfVotes | null> {
	const answer = await fetch(`/meetings/${meeting}/rounds/${round}/roll`).catch(() => null);
	return answer?.ok ? answer.json().catch(() => null) : null;
}

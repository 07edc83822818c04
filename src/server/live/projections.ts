// The tables beside the journal, written in the same transaction: one function per module, composed here.
import type { Entry } from '#domain/journal/entry.ts';
import { of, type LiveEvent } from '#domain/live/meeting.ts';
import { votersOf } from '#domain/voting/voters.ts';
import { projectAttendance } from '#server/attendance/projection.ts';
import { projectMeeting } from '#server/meetings/projection.ts';
import type { Tx } from '#server/platform/db.ts';
import { projectVoting } from '#server/voting/projection.ts';
import { makeSheetCodes } from './sheet-codes.ts';
import type { Folded } from './state.ts';

export async function project(
	tx: Tx,
	{ event, ...entry }: Entry<LiveEvent>,
	{ live: before, roster }: Folded
) {
	if (of(event, 'meeting', 'sitting', 'agenda')) await projectMeeting(tx, entry, event);
	if (event.type === 'meeting.called') await makeSheetCodes(tx, entry.meeting, event.agenda);
	if (of(event, 'attendance')) await projectAttendance(tx, entry, event, before.roll);
	if (of(event, 'voting')) await projectVoting(tx, entry, event, () => votersOf(before.meeting, roster));
}

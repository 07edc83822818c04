// The commands of the bridge points. A technician acts for the point at which the roster places him, and names none.
import * as v from 'valibot';
import type { PersonId, PointId } from '#domain/journal/ids.ts';
import type { Roster } from '#domain/meetings/roster.ts';
import { confirmHeard, headcount, join, leaveRoom, listenTo } from '#domain/video/points.ts';
import { idOf } from '#server/platform/input.ts';
import { liveCommand } from '#server/platform/live-command.ts';

const ownPoint = (roster: Roster, by: { readonly person: PersonId }): PointId | null =>
	roster.find(({ person }) => person === by.person)?.point ?? null;

export const videoJoin = liveCommand({
	name: 'video.join',
	needs: 'video.tendPoint',
	input: v.object({}),
	decide: ({ meeting: on, roster, by, at }) => join(on, ownPoint(roster, by), at)
});
export const videoLeave = liveCommand({
	name: 'video.leave',
	needs: 'video.tendPoint',
	input: v.object({}),
	decide: ({ meeting: on, roster, by, at }) => leaveRoom(on, ownPoint(roster, by), at)
});
export const videoHeadcount = liveCommand({
	name: 'video.headcount',
	needs: 'video.tendPoint',
	input: v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)) }),
	decide: ({ meeting: on, roster, by, input }) => headcount(on, ownPoint(roster, by), input.count)
});

export const videoListen = liveCommand({
	name: 'video.listen',
	needs: 'video.hearPoint',
	input: v.object({ point: v.nullable(idOf<PointId>()) }),
	decide: ({ meeting: on, input }) => listenTo(on, input.point)
});
export const videoConfirmHeard = liveCommand({
	name: 'video.confirmHeard',
	needs: 'video.hearPoint',
	input: v.object({ point: idOf<PointId>() }),
	decide: ({ meeting: on, input, at }) => confirmHeard(on, input.point, at)
});

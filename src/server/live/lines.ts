// How the lines of the bridge points are now, told to those who conduct, to the hall and to the points. Not history: read every
// second from what the points' devices said last, and sent where it has changed.
import type { Audience } from '#domain/live/audience.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import { levelAt, type Lines } from '#domain/video/line.ts';
import { roomSitting } from '#domain/video/points.ts';
import { placeOfPoint } from '#domain/video/standing.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction } from '#server/platform/db.ts';
import { videoServer } from '#server/video/address.ts';
import { devicesOf, roomIfAny } from '#server/video/queries.ts';
import { frame, type MeetingHub } from './hub.ts';

export const lineWatchers: readonly Audience[] = ['chair', 'secretariat', 'hall', 'point'];
const told = new Map<MeetingId, Buffer>();

/** For whoever comes: what was told last. */
export const linesNow = (meeting: MeetingId): Buffer | null => told.get(meeting) ?? null;
export const forgetLines = (meeting: MeetingId) => told.delete(meeting);

export async function tellLines(meeting: MeetingId, hub: MeetingHub, reached: boolean) {
	if (!hub.has(lineWatchers)) return;
	const bytes = frame('lines', await linesOf(hub, reached));
	if (told.get(meeting)?.equals(bytes)) return;
	told.set(meeting, bytes);
	hub.tell(lineWatchers, bytes);
}

async function linesOf({ live }: MeetingHub, reached: boolean): Promise<Lines> {
	const sitting = roomSitting(live.meeting, live.roll);
	const off = videoServer().state === 'off';
	if (!sitting) return { off, began: null, reached, points: [] };
	return transaction(null, async (tx) => {
		const room = await roomIfAny(tx, sitting.id);
		const devices = (await devicesOf(tx, sitting.id)).filter(({ inside }) => inside);
		const points = live.meeting.points.flatMap(({ id: point }) => {
			const device = devices.find(({ place }) => place === placeOfPoint(point));
			if (!device) return [];
			const { level, microphone, camera, seenAt } = device;
			const now = levelAt(level, seenAt, clock.now());
			const here = now !== 'gone';
			return [{ point, level: now, microphone: here && microphone, camera: here && camera }];
		});
		return { off, began: reached ? (room?.began ?? null) : null, reached, points };
	});
}

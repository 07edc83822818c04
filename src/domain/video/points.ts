// What the meeting knows of its bridge points by video: who has joined, how many sit there, whether the hall has heard them, and
// whom the hall is listening to before the sitting. How good a line is at this moment is no history and not kept here.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { AttendanceEvent } from '../attendance/roll.ts';
import type { PointId } from '../journal/ids.ts';
import { sittingOf, type Meeting, type SittingEvent } from '../meetings/meeting.ts';
import type { Roll } from '../attendance/roll.ts';

export type PointState = {
	/** How many sit there, as its technician says; null until he has. */
	readonly headcount: number | null;
	readonly joinedAt: Instant | null;
	/** Since when its line is gone; null while it is there, and before it ever was. */
	readonly goneAt: Instant | null;
	/** When the hall confirmed that it hears the point: the only test that counts. */
	readonly heardAt: Instant | null;
};
export type Video = {
	readonly points: { readonly [point: PointId]: PointState };
	/** The point whose microphone is open to the hall for its test, outside of the floor. */
	readonly listening: PointId | null;
};
export type VideoEvent =
	| { readonly type: 'video.pointJoined'; readonly point: PointId; readonly at: Instant }
	| { readonly type: 'video.pointGone'; readonly point: PointId; readonly at: Instant }
	| { readonly type: 'video.headcounted'; readonly point: PointId; readonly count: number }
	| { readonly type: 'video.listened'; readonly point: PointId | null }
	| { readonly type: 'video.pointHeard'; readonly point: PointId; readonly at: Instant };
export type VideoRefusal =
	| { readonly code: 'pointUnknown' }
	| { readonly code: 'noRoomYet' }
	| { readonly code: 'pointNotThere' }
	| { readonly code: 'pointThere' };
type Decided = Result<VideoEvent[], VideoRefusal>;

export const noVideo: Video = { points: {}, listening: null };
const unknown: PointState = { headcount: null, joinedAt: null, goneAt: null, heardAt: null };
export const stateOf = ({ points }: Video, point: PointId): PointState => points[point] ?? unknown;
export const isThere = (video: Video, point: PointId) => {
	const { joinedAt, goneAt } = stateOf(video, point);
	return joinedAt !== null && goneAt === null;
};

/** The sitting whose room is open: from the beginning of its roll to its end; null outside of that. */
export function roomSitting(meeting: Meeting, roll: Roll) {
	const sitting = roll.sitting && sittingOf(meeting, roll.sitting);
	return sitting && sitting.state !== 'ended' ? sitting : null;
}

type On = { readonly meeting: Meeting; readonly roll: Roll; readonly video: Video };
const known = ({ meeting }: On, point: PointId | null): point is PointId =>
	meeting.points.some(({ id }) => id === point);

/** Notes that a point is there, or there again. Refused outside of the sitting's room, and twice. */
export function join(on: On, point: PointId | null, at: Instant): Decided {
	if (!known(on, point)) return refuse({ code: 'pointUnknown' });
	if (!roomSitting(on.meeting, on.roll)) return refuse({ code: 'noRoomYet' });
	if (isThere(on.video, point)) return refuse({ code: 'pointThere' });
	return ok([{ type: 'video.pointJoined', point, at }]);
}
/** Notes since when the line of a point is gone, or that it has left. */
export function leaveRoom(on: On, point: PointId | null, at: Instant): Decided {
	if (!known(on, point)) return refuse({ code: 'pointUnknown' });
	if (!isThere(on.video, point)) return refuse({ code: 'pointNotThere' });
	return ok([{ type: 'video.pointGone', point, at }]);
}
/** How many sit at a point, said by its own technician. */
export function headcount(on: On, point: PointId | null, count: number): Decided {
	return known(on, point)
		? ok([{ type: 'video.headcounted', point, count }])
		: refuse({ code: 'pointUnknown' });
}
/** Opens the microphone of one point to the hall, for its test; null closes it. */
export function listenTo(on: On, point: PointId | null): Decided {
	if (point !== null && !known(on, point)) return refuse({ code: 'pointUnknown' });
	if (point !== null && !isThere(on.video, point)) return refuse({ code: 'pointNotThere' });
	return ok([{ type: 'video.listened', point }]);
}
/** The hall says that it hears a point; its test is over. Refused while the point is not there. */
export function confirmHeard(on: On, point: PointId, at: Instant): Decided {
	if (!known(on, point)) return refuse({ code: 'pointUnknown' });
	if (!isThere(on.video, point)) return refuse({ code: 'pointNotThere' });
	return ok([{ type: 'video.pointHeard', point, at }]);
}

const withPoint = (video: Video, point: PointId, change: Partial<PointState>): Video => ({
	...video,
	points: { ...video.points, [point]: { ...stateOf(video, point), ...change } }
});
const notListening = (video: Video, point: PointId): Video =>
	video.listening === point ? { ...video, listening: null } : video;

/** A new roll begins a new room: its points have yet to join, and to be heard. */
export function applyToVideo(video: Video, event: VideoEvent | AttendanceEvent | SittingEvent): Video {
	switch (event.type) {
		case 'video.pointJoined':
			return withPoint(video, event.point, { joinedAt: event.at, goneAt: null });
		case 'video.pointGone':
			return notListening(withPoint(video, event.point, { goneAt: event.at }), event.point);
		case 'video.headcounted':
			return withPoint(video, event.point, { headcount: event.count });
		case 'video.listened':
			return { ...video, listening: event.point };
		case 'video.pointHeard':
			return notListening(withPoint(video, event.point, { heardAt: event.at }), event.point);
		case 'sitting.ended':
			return { ...video, listening: null };
		case 'attendance.rollBegun':
			return noVideo;
		case 'sitting.opened':
		case 'sitting.paused':
		case 'sitting.resumed':
		case 'attendance.checkedIn':
		case 'attendance.left':
		case 'attendance.excused':
		case 'attendance.counted':
			return video;
	}
}

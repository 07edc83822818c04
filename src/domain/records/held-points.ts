// What the journal says of the bridge points of each sitting held: who led the room, how many sat there, and when its line stood.
import type { Instant } from '#lib/time.ts';
import type { Entry } from '../journal/entry.ts';
import type { PointId, SeatId, SittingId } from '../journal/ids.ts';
import type { LiveEvent } from '../live/meeting.ts';
import type { BridgePoint } from '../meetings/points.ts';
import { isMember, type Called, type Roster } from '../meetings/roster.ts';

export type Connection = { readonly from: Instant; readonly to: Instant | null };
export type HeldPoint = {
	readonly point: BridgePoint;
	readonly heads: readonly Called[];
	/** As its technician said last; null where he never did. */
	readonly headcount: number | null;
	/** Members placed there who were on the roll of this sitting. */
	readonly delegates: number;
	/** When the hall confirmed that it hears the point. */
	readonly heardAt: Instant | null;
	/** In order; between two of them the line was gone. Empty where the point never came. */
	readonly connections: readonly Connection[];
};
export type PointsOfSitting = {
	readonly sitting: SittingId;
	readonly openedAt: Instant;
	readonly points: readonly HeldPoint[];
};

type Line = Entry<LiveEvent>;
type Held = { readonly points: readonly BridgePoint[]; readonly roster: Roster };

/** The points of every sitting that was opened, in their order; none where the meeting has no points. */
export function heldPointsIn(entries: readonly Line[], { points, roster }: Held): PointsOfSitting[] {
	if (points.length === 0) return [];
	return bySitting(entries).flatMap(([sitting, lines]) => {
		const opened = lines.find(({ event }) => event.type === 'sitting.opened');
		if (!opened) return [];
		const ended = lines.find(({ event }) => event.type === 'sitting.ended')?.at ?? null;
		const held = points.map((point) => heldPoint(point, { lines, roster, ended }));
		return [{ sitting, openedAt: opened.at, points: held }];
	});
}

/** What was recorded from the beginning of a sitting's roll on: its room opens with it. */
function bySitting(entries: readonly Line[]): readonly (readonly [SittingId, readonly Line[]])[] {
	const lines = new Map<SittingId, Line[]>();
	let current: SittingId | null = null;
	for (const entry of entries) {
		if (entry.event.type === 'attendance.rollBegun') current = entry.event.sitting;
		if (current === null) continue;
		const own = lines.get(current) ?? [];
		lines.set(current, own);
		own.push(entry);
	}
	return [...lines];
}

type Sitting = {
	readonly lines: readonly Line[];
	readonly roster: Roster;
	readonly ended: Instant | null;
};
function heldPoint(point: BridgePoint, { lines, roster, ended }: Sitting): HeldPoint {
	const here = roster.filter((called) => called.point === point.id);
	const came = new Set(
		lines.flatMap(({ event }): SeatId[] => (event.type === 'attendance.checkedIn' ? [event.seat] : []))
	);
	const counts = lines.flatMap(({ event }) =>
		event.type === 'video.headcounted' && event.point === point.id ? [event.count] : []
	);
	const heard = lines.flatMap(({ event }) =>
		event.type === 'video.pointHeard' && event.point === point.id ? [event.at] : []
	);
	return {
		point,
		heads: here.filter(({ roles }) => roles.includes('bridgeHead')),
		headcount: counts.at(-1) ?? null,
		delegates: here.filter((called) => isMember(called) && called.seat !== null && came.has(called.seat))
			.length,
		heardAt: heard.at(-1) ?? null,
		connections: connectionsOf(point.id, lines).map(({ from, to }) => ({ from, to: earlier(to, ended) }))
	};
}

function connectionsOf(point: PointId, lines: readonly Line[]): readonly Connection[] {
	const connections: Connection[] = [];
	for (const { event } of lines) {
		if (event.type === 'video.pointJoined' && event.point === point)
			connections.push({ from: event.at, to: null });
		const last = connections.at(-1);
		if (event.type === 'video.pointGone' && event.point === point && last)
			connections[connections.length - 1] = { ...last, to: event.at };
	}
	return connections;
}

/** A room ends with its sitting, however long a device stays in it. */
function earlier(to: Instant | null, ended: Instant | null): Instant | null {
	if (to === null || ended === null) return to ?? ended;
	return to < ended ? to : ended;
}

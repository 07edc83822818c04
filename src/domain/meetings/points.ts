// Bridge points: rooms in communes that take part by video. A point is a room with one screen; who sits there has a place at it
// in the roster, and votes on his own tablet.
import { ok, refuse, type Result } from '#lib/result.ts';
import type { PointId } from '../journal/ids.ts';

export type BridgePoint = {
	readonly id: PointId;
	/** As people call it: xã Tân Hòa. */
	readonly name: string;
};
export type PointRefusal =
	| { readonly code: 'pointNameTaken' }
	| { readonly code: 'pointUnknown' }
	| { readonly code: 'alreadyOnRoster' }
	| { readonly code: 'notOnRoster' }
	| { readonly code: 'isMember' };

/** The points with one more at the end. Refused where another has the name. */
export function addPoint(
	points: readonly BridgePoint[],
	point: BridgePoint
): Result<readonly BridgePoint[], PointRefusal> {
	return points.some(({ name }) => name === point.name)
		? refuse({ code: 'pointNameTaken' })
		: ok([...points, point]);
}

/** The points without one of them. Refused where it is unknown; who was placed there has to be placed elsewhere. */
export function removePoint(
	points: readonly BridgePoint[],
	id: PointId
): Result<readonly BridgePoint[], PointRefusal> {
	return points.some((point) => point.id === id)
		? ok(points.filter((point) => point.id !== id))
		: refuse({ code: 'pointUnknown' });
}

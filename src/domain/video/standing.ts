// Who stands how in the room of a sitting, and what he may therefore publish. The journal is the truth of the floor; the video
// server's permissions are only its effect, made from these functions again and again.
import type { Floor } from '../floor/queue.ts';
import type { PersonId, PointId, SittingId } from '../journal/ids.ts';
import type { Role } from '../journal/role.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { pointOfSeat, type Roster } from '../meetings/roster.ts';
import type { Video } from './points.ts';

/** One connection: `device` parts two devices of the same point, chair or hall. */
export type Standing =
	| { readonly kind: 'point'; readonly point: PointId; readonly device: string }
	| { readonly kind: 'hall'; readonly sitting: SittingId; readonly device: string }
	| { readonly kind: 'chair'; readonly person: PersonId; readonly device: string }
	| { readonly kind: 'watch'; readonly person: PersonId; readonly device: string };
export type Source = 'camera' | 'microphone';

const device = /^[\w-]{8,64}$/;
export const isDevice = (text: string) => device.test(text);
const idIn = (standing: Standing): string => {
	switch (standing.kind) {
		case 'point':
			return standing.point;
		case 'hall':
			return standing.sitting;
		case 'chair':
		case 'watch':
			return standing.person;
	}
};
/** The name of a connection on the video server: `point:<id>:<device>`. */
export const identityOf = (standing: Standing): string =>
	[standing.kind, idIn(standing), standing.device].join(':');
/** What no two devices hold at once: a point, the chair's place; hall screens and consoles may be several. */
export const placeOf = (standing: Standing): string =>
	standing.kind === 'point' || standing.kind === 'chair'
		? [standing.kind, idIn(standing)].join(':')
		: identityOf(standing);
/** The place of a point. */
export const placeOfPoint = (point: PointId): string => ['point', point].join(':');
/** What such a name says; null where it is none of ours. */
export function standingOf(identity: string): Standing | null {
	const [kind, id = '', of = '', ...more] = identity.split(':');
	if (id === '' || !isDevice(of) || more.length > 0) return null;
	switch (kind) {
		case 'point':
			return { kind, point: id as PointId, device: of };
		case 'hall':
			return { kind, sitting: id as SittingId, device: of };
		case 'chair':
		case 'watch':
			return { kind, person: id as PersonId, device: of };
		default:
			return null;
	}
}

type Part = { readonly roles: readonly Role[]; readonly point: PointId | null };
type Who = {
	readonly person: PersonId;
	readonly part: Part | null;
	readonly screen: { readonly sitting: SittingId } | null;
	/** Made by the page that joins. */
	readonly device: string;
};
/** How somebody stands in the room; null for whoever has no place in it: a delegate's tablet is silent. */
export function standingFor({ person, part, screen, device: of }: Who): Standing | null {
	if (screen) return { kind: 'hall', sitting: screen.sitting, device: of };
	if (!part) return null;
	const has = (...roles: Role[]) => part.roles.some((role) => roles.includes(role));
	if (has('chair')) return { kind: 'chair', person, device: of };
	if (has('bridgeTechnician') && part.point) return { kind: 'point', point: part.point, device: of };
	return has('secretary', 'technician') ? { kind: 'watch', person, device: of } : null;
}

/** The point from which the one who has the floor speaks; null while he is in the hall, or nobody speaks. */
export function speakingPoint(
	{ speaking }: Floor,
	{ meeting, roster }: { meeting: Meeting; roster: Roster }
): PointId | null {
	return speaking ? pointOfSeat(meeting, roster, speaking.seat) : null;
}

/**
 * What a connection may publish now. Hall and chair keep camera and microphone; a point always has its camera, and the
 * microphone while somebody placed there has the floor, or the hall listens to it for its test.
 */
export function sourcesOf(
	standing: Standing,
	on: { readonly video: Video; readonly speaking: PointId | null }
): readonly Source[] {
	switch (standing.kind) {
		case 'hall':
		case 'chair':
			return ['camera', 'microphone'];
		case 'point': {
			const heard = on.speaking === standing.point || on.video.listening === standing.point;
			return heard ? ['camera', 'microphone'] : ['camera'];
		}
		case 'watch':
			return [];
	}
}

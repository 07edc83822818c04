import { describe, expect, test } from 'vitest';
import { emptyFloor, type Floor } from '#domain/floor/queue.ts';
import type { PersonId, PointId, SeatId, SittingId } from '#domain/journal/ids.ts';
import { draftMeeting } from '#domain/meetings/meeting.ts';
import type { Called } from '#domain/meetings/roster.ts';
import { noVideo } from '#domain/video/points.ts';
import {
	identityOf,
	sourcesOf,
	speakingPoint,
	standingFor,
	standingOf,
	type Standing
} from '#domain/video/standing.ts';
import { instant } from '#lib/time.ts';

const [tanHoa, honMay] = ['point-1', 'point-2'] as [PointId, PointId];
const device = 'device-of-the-room';
const person = 'person-21' as PersonId;
const thinh: Called = {
	person,
	name: 'Lò Xuân Thịnh',
	address: 'ong',
	seat: 'ĐB-21' as SeatId,
	roles: ['delegate'],
	point: tanHoa,
	mandate: 'ĐB-21',
	group: 'Tổ đại biểu số 7',
	post: null
};
const point = (id: PointId): Standing => ({ kind: 'point', point: id, device });
const speaks = (seat: string): Floor => ({
	...emptyFloor,
	speaking: {
		seat: seat as SeatId,
		subject: null,
		calledAt: instant(0),
		startedAt: null,
		allottedMs: 600_000,
		extended: false
	}
});

describe('a connection in the room', () => {
	test('is a point for its technician, the hall for the paired screen, nothing for a delegate’s tablet', () => {
		const who = { person, screen: null, device };
		const technician = { roles: ['bridgeTechnician'] as const, point: tanHoa };

		expect(standingFor({ ...who, part: technician })).toEqual(point(tanHoa));
		expect(standingFor({ ...who, part: { ...technician, point: null } })).toBeNull();
		expect(standingFor({ ...who, part: thinh })).toBeNull();
		expect(standingFor({ ...who, part: null })).toBeNull();
		expect(standingFor({ ...who, part: { roles: ['chair', 'delegate'], point: null } })).toMatchObject({
			kind: 'chair'
		});
		expect(standingFor({ ...who, part: { roles: ['secretary'], point: null } })).toMatchObject({
			kind: 'watch'
		});
		const screen = { sitting: 'A/1' as SittingId };
		expect(standingFor({ ...who, part: null, screen })).toMatchObject({ kind: 'hall', sitting: 'A/1' });
	});

	test('has a name that says who it is, and names of others say nothing', () => {
		const hall: Standing = { kind: 'hall', sitting: 'A/1' as SittingId, device };

		for (const standing of [point(tanHoa), hall]) expect(standingOf(identityOf(standing))).toEqual(standing);
		for (const name of [
			'',
			'point',
			'point:x',
			`point::${device}`,
			`king:1:${device}`,
			`hall:1:${device}:x`,
			'hall:1:a b'
		])
			expect(standingOf(name)).toBeNull();
	});
});

describe('the microphone', () => {
	const at = (standing: Standing, floor: Floor, video = noVideo) =>
		sourcesOf(standing, {
			video,
			speaking: speakingPoint(floor, { meeting: draftMeeting, roster: [thinh] })
		});

	test('of a point is open while somebody placed there has the floor, and at no other', () => {
		expect(at(point(tanHoa), emptyFloor)).toEqual(['camera']);
		expect(at(point(tanHoa), speaks('ĐB-21'))).toEqual(['camera', 'microphone']);
		expect(at(point(honMay), speaks('ĐB-21'))).toEqual(['camera']);
		expect(at(point(tanHoa), speaks('ĐB-04'))).toEqual(['camera']);
	});
	test('of a point is open while the hall listens to it, one point at a time', () => {
		const video = { ...noVideo, listening: honMay };

		expect(at(point(honMay), emptyFloor, video)).toEqual(['camera', 'microphone']);
		expect(at(point(tanHoa), emptyFloor, video)).toEqual(['camera']);
	});
	test('stays with hall and chair, and whoever watches publishes nothing', () => {
		expect(at({ kind: 'hall', sitting: 'A/1' as SittingId, device }, emptyFloor)).toContain('microphone');
		expect(at({ kind: 'chair', person, device }, emptyFloor)).toContain('microphone');
		expect(at({ kind: 'watch', person, device }, speaks('ĐB-21'))).toEqual([]);
	});
});

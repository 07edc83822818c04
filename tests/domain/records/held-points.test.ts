import { describe, expect, test } from 'vitest';
import type { Entry } from '#domain/journal/entry.ts';
import type { CommandId, MeetingId, PersonId, PointId, SeatId, SittingId } from '#domain/journal/ids.ts';
import type { LiveEvent } from '#domain/live/meeting.ts';
import type { Called } from '#domain/meetings/roster.ts';
import { heldPointsIn } from '#domain/records/held-points.ts';
import { pointSections } from '#i18n/record-points.ts';
import { instant, type Instant } from '#lib/time.ts';

const point = { id: 'point-1' as PointId, name: 'xã Tân Hòa' };
const [first, second] = ['A/1', 'A/2'] as [SittingId, SittingId];
const at = (clock: string): Instant => instant(Date.parse(`2026-12-09T${clock}:00+07:00`));
const called = (name: string, one: Partial<Called>): Called => ({
	person: name as PersonId,
	name,
	address: 'ong',
	seat: null,
	roles: ['guest'],
	point: point.id,
	mandate: null,
	group: null,
	post: null,
	...one
});
const seat = 'ĐB-21' as SeatId;
const roster = [
	called('Lò Xuân Thịnh', { seat, mandate: 'ĐB-21', roles: ['delegate'] }),
	called('Lý Văn Páo', { roles: ['bridgeHead'], post: 'Chủ tịch UBND xã Tân Hòa' }),
	called('Kỹ thuật', { roles: ['bridgeTechnician'] }),
	called('Lý Thị Mai', { point: null, seat: 'ĐB-22' as SeatId, mandate: 'ĐB-22', roles: ['delegate'] })
];
const entry = (clock: string, event: LiveEvent): Entry<LiveEvent> => ({
	meeting: 'meeting' as MeetingId,
	seq: 1,
	at: at(clock),
	by: { person: 'ha' as PersonId, seat: null, roles: ['secretary'] },
	command: 'command' as CommandId,
	salt: '',
	event
});
const joined = (clock: string) => entry(clock, { type: 'video.pointJoined', point: point.id, at: at(clock) });
const gone = (clock: string) => entry(clock, { type: 'video.pointGone', point: point.id, at: at(clock) });
const counted = (clock: string, count: number) =>
	entry(clock, { type: 'video.headcounted', point: point.id, count });
const heard = (clock: string) => entry(clock, { type: 'video.pointHeard', point: point.id, at: at(clock) });
const begun = (clock: string, sitting: SittingId) => entry(clock, { type: 'attendance.rollBegun', sitting });
const opened = (clock: string, sitting: SittingId) => entry(clock, { type: 'sitting.opened', sitting });
const ended = (clock: string, sitting: SittingId) => entry(clock, { type: 'sitting.ended', sitting });
const checkedIn = (clock: string) =>
	entry(clock, { type: 'attendance.checkedIn', seat, way: 'button', since: at(clock), late: false });

const morning = [
	begun('07:40', first),
	joined('07:41'),
	counted('07:42', 7),
	heard('07:44'),
	counted('07:58', 8),
	checkedIn('07:59'),
	opened('08:00', first),
	gone('09:56'),
	joined('09:58'),
	ended('11:30', first)
];
const said = (entries: readonly Entry<LiveEvent>[]) =>
	pointSections(heldPointsIn(entries, { points: [point], roster })).map(({ heading, pieces }) => [
		heading,
		...pieces.map(({ text }) => text)
	]);

describe('the bridge points of a sitting that was held', () => {
	test('say who led, how many sat there, who of them are delegates, and when the line stood', () => {
		expect(said(morning)).toEqual([
			[
				'Các điểm cầu',
				'Điểm cầu xã Tân Hòa: trưởng điểm cầu Lý Văn Páo, Chủ tịch UBND xã Tân Hòa; 08 người dự, trong đó 01 đại biểu; ' +
					'kết nối 07:41 đến 11:30; mất tín hiệu 09:56–09:58; hội trường nghe rõ lúc 07:44.'
			]
		]);
	});

	test('were connected no longer than their sitting, whenever their device left', () => {
		const { connections } = heldPointsIn([...morning, gone('11:45')], { points: [point], roster })[0]
			?.points[0] ?? { connections: [] };

		expect(connections.at(-1)).toEqual({ from: at('09:58'), to: at('11:30') });
	});

	test('have another line in each sitting, and one that never came is said not to have been connected', () => {
		const both = said([...morning, begun('13:20', second), opened('13:30', second), ended('17:30', second)]);

		expect(both.map(([heading]) => heading)).toEqual([
			'Các điểm cầu, phiên họp mở lúc 08 giờ 00 phút, ngày 09 tháng 12 năm 2026',
			'Các điểm cầu, phiên họp mở lúc 13 giờ 30 phút, ngày 09 tháng 12 năm 2026'
		]);
		expect(both[1]?.[1]).toMatch(/Tân Hòa; không kết nối\.$/);
	});

	test('are left out of a sitting that was never opened, and of a meeting without points', () => {
		expect(said([begun('07:40', first), joined('07:41')])).toEqual([]);
		expect(heldPointsIn(morning, { points: [], roster })).toEqual([]);
	});
});

// A council of four and what has happened to it: its second vote is planned, or open. Cường presides, Liên is a secretary who
// votes; both and Toàn are present, Minh is absent.
import type {
	ItemId,
	MeetingId,
	PersonId,
	PointId,
	RoundId,
	SeatId,
	SittingId,
	UnitId,
	VoteId
} from '#domain/journal/ids.ts';
import type { LiveEvent } from '#domain/live/meeting.ts';
import { hashOfRoster, type Called, type Roster } from '#domain/meetings/roster.ts';
import type { Hash } from '#lib/hash.ts';
import { instant } from '#lib/time.ts';
import { councilProfile } from './profile.ts';

export const meeting = 'meeting' as MeetingId;
export const round = 'round' as RoundId;
const [body, sitting, item] = ['body' as UnitId, 'sitting' as SittingId, 'item' as ItemId];

const called = (seat: string, name: string, roles: Called['roles']): Called => ({
	person: `p-${seat}` as PersonId,
	name,
	seat: seat as SeatId,
	roles,
	point: null,
	mandate: seat,
	group: null,
	post: null,
	address: 'ong'
});
export const roster: Roster = [
	called('ĐB-01', 'Đỗ Hữu Cường', ['chair', 'delegate']),
	called('ĐB-02', 'Đặng Thị Kim Liên', ['secretary', 'delegate']),
	called('ĐB-03', 'Lê Toàn', ['delegate']),
	called('ĐB-04', 'Nguyễn Minh', ['delegate'])
];
const profile = { ...councilProfile(body), confirmed: false };
const vote = {
	id: 'V05' as VoteId,
	code: 'V05',
	subject: 'Nghị quyết NQ4',
	threshold: 'majorityOfAll' as const
};
const until = instant(Date.now() + 60_000);

/** An item in hand, and no round open. */
export const before: readonly LiveEvent[] = [
	{
		type: 'meeting.called',
		parent: null,
		heading: { title: 'Kỳ họp thứ 6', kind: 'councilSession', body, bodyName: 'HĐND tỉnh', ordinal: 6 },
		profile,
		agenda: [
			{
				id: item,
				title: 'Biểu quyết',
				closed: false,
				presenter: '',
				slots: [],
				papers: [],
				votes: [{ ...vote, resolution: null }]
			}
		],
		roster: hashOfRoster(roster),
		members: 60,
		sittings: [{ id: sitting, date: '2026-12-09', start: '08:00', end: '11:30', place: '', closed: false }],
		points: [{ id: 'point' as PointId, name: 'xã Tân Hòa' }]
	},
	{ type: 'attendance.rollBegun', sitting },
	...['ĐB-01', 'ĐB-02', 'ĐB-03'].map((seat): LiveEvent => ({
		type: 'attendance.checkedIn',
		seat: seat as SeatId,
		way: 'button',
		since: instant(0),
		late: false
	})),
	{ type: 'sitting.opened', sitting },
	{ type: 'agenda.itemStarted', item, closed: false }
];

export const opened: readonly LiveEvent[] = [
	...before,
	{
		type: 'voting.roundOpened',
		round,
		vote: vote.id,
		number: 1,
		item,
		sitting,
		closedDoors: false,
		secret: false,
		mayChange: true,
		membership: 60,
		bound: profile.thresholds.majorityOfAll,
		voters: 'voters' as Hash,
		openedAt: instant(until - 60_000),
		until
	}
];

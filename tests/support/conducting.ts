// A council of four in the browser, its second vote open or closed, and somebody who conducts against a server that
// answers as it is told. Cường presides, Liên is a secretary who votes; both and Toàn are present, Minh is absent.
import type { Component } from 'svelte';
import { vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Conduct } from '#client/live/conduct.svelte.ts';
import { People } from '#client/live/roster.svelte.ts';
import { Room } from '#client/live/room.svelte.ts';
import type { Sent } from '#client/live/send.ts';
import type {
	ItemId,
	MeetingId,
	PersonId,
	RoundId,
	SeatId,
	SittingId,
	UnitId,
	VoteId
} from '#domain/journal/ids.ts';
import { viewOf, type Audience } from '#domain/live/audience.ts';
import { emptyMeeting, fold, type LiveEvent } from '#domain/live/meeting.ts';
import { hashOfRoster, type Called, type Roster } from '#domain/meetings/roster.ts';
import type { Tally } from '#domain/voting/vote-round.ts';
import type { Hash } from '#lib/hash.ts';
import { instant } from '#lib/time.ts';
import InHall from './InHall.svelte';
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

const before: LiveEvent[] = [
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
		points: []
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
	{ type: 'agenda.itemStarted', item, closed: false },
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
export const closed = (tally: Tally): LiveEvent[] => [
	{
		type: 'voting.roundClosed',
		round,
		box: { received: 56, root: 'root' as Hash, tally, notCast: 1, absent: 3 }
	}
];

/** The room as an audience has it, after these events; the person at the screen sits there. */
export function roomOf(audience: Audience, seat: string, events: readonly LiveEvent[] = []) {
	const live = viewOf(fold(emptyMeeting, [...before, ...events]), audience);
	const room = new Room({ audience, seq: 9, live });
	const own = roster.find((one) => one.seat === seat);
	room.concern({
		person: own?.person ?? ('nobody' as PersonId),
		seat: own?.seat ?? null,
		roles: own?.roles ?? [],
		audiences: [audience],
		votes: own !== undefined,
		present: own !== undefined
	});
	return room;
}
/** Whose places have pressed, by bits from the first of the roster. */
export const press = (room: Room, bits: number, count: number) =>
	room.press({ round, count, places: btoa(String.fromCharCode(bits)) });

type Shown<Given extends Record<string, unknown>> = {
	part: Component<Given>;
	given: Given;
	answers?: Sent[];
};
/** Shows a part in its room; what is sent is written down and answered in turn. */
export async function show<Given extends Record<string, unknown>>(
	room: Room,
	{ part, given, answers = [] }: Shown<Given>
) {
	vi.stubGlobal('fetch', async () => Response.json(roster));
	const sent: { name: string; input: object }[] = [];
	const people = new People(meeting, room);
	people.load();
	const conduct = new Conduct(meeting, room, async (_, name, input) => {
		sent.push({ name, input });
		return answers.shift() ?? { state: 'recorded', seq: 10 };
	});
	await render(InHall<Given>, { room, people, conduct, part, given });
	return { sent };
}

import { describe, expect, test } from 'vitest';
import { nextItem, nextVote, phaseOf } from '#client/live/phase.ts';
import type { ItemId, RoundId, SittingId, UnitId, VoteId } from '#domain/journal/ids.ts';
import { emptyMeeting, fold, type StreamedEvent } from '#domain/live/meeting.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { Hash } from '#lib/hash.ts';
import { instant } from '#lib/time.ts';
import { councilProfile } from '../../support/profile.ts';

const body = 'b' as UnitId;
const id = (text: string) => text as ItemId;
const vote = (code: string) => ({
	id: code as VoteId,
	code,
	subject: code,
	threshold: 'majorityOfAll' as const,
	resolution: null
});
const item = (name: string, votes: string[] = []): AgendaItem => ({
	id: id(name),
	title: name,
	closed: false,
	presenter: '',
	slots: [],
	votes: votes.map(vote),
	papers: []
});
const sittings = ['s1', 's2'].map((name) => ({
	id: name as SittingId,
	date: '2026-12-09',
	start: '08:00',
	end: '11:30',
	place: '',
	closed: false
}));
const s1 = 's1' as SittingId;
const called: StreamedEvent = {
	type: 'meeting.called',
	parent: null,
	heading: { title: 'Kỳ họp thứ 6', kind: 'councilSession', body, bodyName: 'HĐND', ordinal: 6 },
	profile: councilProfile(body),
	agenda: [item('one'), item('two', ['V01', 'V02', 'V03']), item('three')],
	roster: 'r' as Hash,
	members: 60,
	sittings,
	points: []
};
const rollBegun: StreamedEvent = { type: 'attendance.rollBegun', sitting: s1 };
const opened: StreamedEvent = { type: 'sitting.opened', sitting: s1 };
const started = (name: string): StreamedEvent => ({
	type: 'agenda.itemStarted',
	item: id(name),
	closed: false
});
const ended = (name: string): StreamedEvent => ({ type: 'agenda.itemEnded', item: id(name) });
const round = 'r1' as RoundId;
const roundOpened: StreamedEvent = {
	type: 'voting.roundOpened',
	round,
	vote: 'V02' as VoteId,
	number: 1,
	item: id('two'),
	sitting: s1,
	closedDoors: false,
	secret: false,
	mayChange: true,
	membership: 60,
	bound: councilProfile(body).thresholds.majorityOfAll,
	voters: 'v' as Hash,
	openedAt: instant(0),
	until: instant(60_000)
};
const tally = { approve: 31, disapprove: 20, notVoting: 5 };
const box = { received: 56, root: 'h' as Hash, tally, notCast: 1, absent: 3 };
const roundClosed: StreamedEvent = { type: 'voting.roundClosed', round, box };
const announced: StreamedEvent = { type: 'voting.announced', round, box, tally, carried: true, roll: null };
const after = (...events: StreamedEvent[]) => fold(emptyMeeting, [called, ...events]);

describe('where a meeting stands', () => {
	test('goes from the roll to the sitting, its items, its votes and its end', () => {
		const steps: [StreamedEvent[], string][] = [
			[[], 'waiting'],
			[[rollBegun], 'gathering'],
			[[rollBegun, opened], 'between'],
			[[rollBegun, opened, started('two')], 'item'],
			[[rollBegun, opened, started('two'), roundOpened], 'voting'],
			[[rollBegun, opened, started('two'), roundOpened, roundClosed], 'counted'],
			[[rollBegun, opened, started('two'), roundOpened, roundClosed, announced], 'item'],
			[[rollBegun, opened, { type: 'sitting.ended', sitting: s1 }], 'waiting'],
			[[rollBegun, opened, { type: 'sitting.ended', sitting: s1 }, { type: 'meeting.closed' }], 'over']
		];

		expect(steps.map(([events]) => phaseOf(after(...events)).state)).toEqual(steps.map(([, state]) => state));
	});

	test('remembers that a sitting was held: the meeting may be closed although another is planned', () => {
		const held = after(rollBegun, opened, { type: 'sitting.ended', sitting: s1 });

		expect(phaseOf(held)).toMatchObject({ state: 'waiting', sitting: { id: 's2' }, held: true });
		expect(phaseOf(after())).toMatchObject({ held: false });
	});
});

describe('what comes next', () => {
	test('is the item after the one in hand, also where one was skipped', () => {
		const skipped = after(rollBegun, opened, started('one'), ended('one'), started('three'), ended('three'));

		expect(nextItem(after(rollBegun, opened).meeting)?.id).toBe('one');
		expect(nextItem(after(rollBegun, opened, started('one')).meeting)?.id).toBe('two');
		expect(nextItem(skipped.meeting)).toBeNull();
	});

	test('is the vote after the one announced, unless another is chosen; what is announced never comes again', () => {
		const { rounds } = after(rollBegun, opened, started('two'), roundOpened, roundClosed, announced);
		const two = item('two', ['V01', 'V02', 'V03']);

		expect(nextVote([], two)?.code).toBe('V01');
		expect(nextVote(rounds, two)?.code).toBe('V03');
		expect(nextVote(rounds, two, 'V01' as VoteId)?.code).toBe('V01');
		expect(nextVote(rounds, two, 'V02' as VoteId)?.code).toBe('V03');
	});
});

import { describe, expect, test } from 'vitest';
import type { ItemId, PersonId, RoundId, SittingId, UnitId, VoteId } from '#domain/journal/ids.ts';
import { draftMeeting, type Meeting } from '#domain/meetings/meeting.ts';
import { receiptCode } from '#domain/voting/receipt.ts';
import {
	announce,
	applyToRounds,
	closeRound,
	extendTime,
	openRound,
	type Counted,
	type VoteRound
} from '#domain/voting/vote-round.ts';
import { hashOf } from '#lib/hash.ts';
import { refuse } from '#lib/result.ts';
import { instant } from '#lib/time.ts';
import { councilProfile } from '../../support/profile.ts';

const at = instant(1_765_245_600_000);
const voters = Array.from({ length: 60 }, (_, n) => `person-${n}` as PersonId);
const vote = 'vote-1' as VoteId;
const item = 'item-1' as ItemId;
const id = 'round-1' as RoundId;
const sitting = {
	id: 'sitting-1' as SittingId,
	date: '2026-12-09',
	start: '08:00',
	end: '11:30',
	place: '',
	closed: false
};
const planned = (n: number) => ({
	id: `item-${n}` as ItemId,
	title: `Mục ${n}`,
	closed: false,
	presenter: '',
	slots: [],
	papers: [],
	votes: [
		{
			id: `vote-${n}` as VoteId,
			code: `V0${n}`,
			subject: '',
			threshold: 'majorityOfAll' as const,
			resolution: null
		}
	]
});
const meeting: Meeting = {
	...draftMeeting,
	state: 'called',
	members: 60,
	profile: councilProfile('body' as UnitId),
	agenda: [planned(1), planned(2)],
	current: item,
	sittings: [{ ...sitting, state: 'open' }]
};
const opening = { id, vote, secret: false, voters, at };
const opened = (): VoteRound => {
	const result = openRound([], meeting, opening);
	const [round] = result.ok ? result.value.reduce(applyToRounds, []) : [];
	if (!round) throw new Error('the round opens');
	return round;
};
const box = (approve: number, disapprove: number, notVoting: number): Counted => {
	const received = approve + disapprove + notVoting;
	const cast = new Set(voters.slice(0, received));
	return { received, root: hashOf(), tally: { approve, disapprove, notVoting }, cast };
};
const closed = (counted: Counted, present: readonly PersonId[]) => {
	const result = closeRound(opened(), counted, present);
	return result.ok ? result.value.reduce(applyToRounds, [opened()])[0] : undefined;
};

describe('opening a round', () => {
	test('freezes the membership, the bound and a suggested end of sixty seconds', () => {
		expect(opened()).toMatchObject({
			membership: 60,
			bound: { kind: 'moreThan', numerator: 1, denominator: 2 },
			until: at + 60_000,
			number: 1,
			mayChange: true
		});
	});

	test('is refused outside of its item, without a sitting, while another stands, and once decided', () => {
		const decided = { ...opened(), state: 'announced' as const };

		expect(openRound([], { ...meeting, sittings: [] }, opening)).toEqual(refuse({ code: 'noSittingOpen' }));
		expect(openRound([], meeting, { ...opening, vote: 'vote-2' as VoteId })).toEqual(
			refuse({ code: 'voteNotOfItem' })
		);
		expect(openRound([], meeting, { ...opening, vote: 'vote-9' as VoteId })).toEqual(
			refuse({ code: 'voteUnknown' })
		);
		for (const state of ['open', 'closed'] as const)
			expect(openRound([{ ...opened(), state }], meeting, { ...opening, id: 'round-2' as RoundId })).toEqual(
				refuse({ code: 'anotherRoundOpen' })
			);
		expect(openRound([decided], meeting, { ...opening, id: 'round-2' as RoundId })).toEqual(
			refuse({ code: 'alreadyDecided' })
		);
		expect(openRound([], meeting, { ...opening, secret: true, voters: voters.slice(0, 4) })).toEqual(
			refuse({ code: 'tooFewForSecret', needed: 5 })
		);
	});
});

describe('its time', () => {
	test('is only suggested: thirty seconds more from the end, or from now where that has passed', () => {
		const soon = extendTime(opened(), meeting, at);
		const late = extendTime(opened(), meeting, instant(at + 100_000));

		expect(soon.ok && soon.value[0]).toMatchObject({ until: at + 90_000 });
		expect(late.ok && late.value[0]).toMatchObject({ until: at + 130_000 });
		expect(extendTime(undefined, meeting, at).ok).toBe(false);
	});
});

describe('closing and announcing', () => {
	test('keeps present without pressing and absent apart: V05, 57 of 60 present, one silent', () => {
		const round = closed(box(31, 20, 5), voters.slice(0, 57));

		expect(round?.box).toMatchObject({ received: 56, notCast: 1, absent: 3 });
	});

	test('carries with 31 of 60 and not with 30, whatever the others did', () => {
		const outcome = (counted: Counted) => {
			const result = announce(closed(counted, voters.slice(0, 57)), {});
			return result.ok && result.value[0];
		};

		expect(outcome(box(31, 20, 5))).toMatchObject({ carried: true });
		expect(outcome(box(30, 21, 6))).toMatchObject({ carried: false });
		expect(outcome(box(30, 0, 0))).toMatchObject({ carried: false });
	});

	test('counts a ballot of somebody who has left since as received, and him not as absent', () => {
		const round = closed(box(31, 20, 5), voters.slice(1, 57));

		expect(round?.box).toMatchObject({ received: 56, notCast: 1, absent: 3 });
	});

	test('happens once each, in order', () => {
		const round = closed(box(1, 0, 0), voters);

		expect(closeRound(round, box(1, 0, 0), voters)).toEqual(
			refuse({ code: 'roundNotOpen', state: 'closed' })
		);
		expect(announce(opened(), {})).toEqual(refuse({ code: 'roundNotClosed' }));
	});
});

test('a receipt code is eight signs in two groups, the same for the same ballot', () => {
	expect(receiptCode(hashOf())).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
	expect(receiptCode(hashOf())).toBe(receiptCode(hashOf()));
});

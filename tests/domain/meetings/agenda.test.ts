import { describe, expect, test } from 'vitest';
import type { ItemId, PaperId, SittingId, VoteId } from '#domain/journal/ids.ts';
import {
	addItem,
	addPaper,
	changeItem,
	minutesIn,
	moveItem,
	removeItem,
	removePaper,
	type AgendaItem
} from '#domain/meetings/agenda.ts';
import { hashOf, utf8 } from '#lib/hash.ts';
import { ok, refuse } from '#lib/result.ts';

const morning = 'sitting-1' as SittingId;
const afternoon = 'sitting-2' as SittingId;
const item = (n: number, code = `V0${n}`): AgendaItem => ({
	id: `item-${n}` as ItemId,
	title: `Mục ${n}`,
	closed: false,
	presenter: 'Chủ tọa',
	slots: [{ sitting: morning, start: '08:00', minutes: 10 * n }],
	votes: [
		{
			id: `vote-${n}` as VoteId,
			code,
			subject: `Nội dung ${n}`,
			threshold: 'majorityOfAll',
			resolution: null
		}
	],
	papers: []
});
const agenda = [item(1), item(2), item(3)];
const ids = (list: readonly AgendaItem[]) => list.map(({ id }) => id);
const paper = (version: number) => ({
	paper: 'paper-1' as PaperId,
	version,
	symbol: '315/TTr-UBND',
	title: 'Tờ trình',
	hash: hashOf(utf8(`v${version}`)),
	pages: 8
});

describe('the agenda', () => {
	test('takes an item at its end, and not one with a title that is there', () => {
		expect(addItem(agenda, item(4))).toEqual(ok([...agenda, item(4)]));
		expect(addItem(agenda, { ...item(4), title: 'Mục 2' })).toEqual(refuse({ code: 'titleTaken', at: 2 }));
	});

	test('has each vote code once, also within a changed item', () => {
		expect(addItem(agenda, item(4, 'V01'))).toEqual(refuse({ code: 'voteCodeTaken', vote: 'V01' }));
		expect(changeItem(agenda, { ...item(2, 'V03') })).toEqual(refuse({ code: 'voteCodeTaken', vote: 'V03' }));
		expect(changeItem(agenda, { ...item(2), title: 'Khác' }).ok).toBe(true);
		expect(changeItem(agenda, item(9))).toEqual(refuse({ code: 'itemUnknown' }));
	});

	test('moves an item and loses none, wherever it is put', () => {
		for (let to = 0; to < 5; to++) {
			const moved = moveItem(agenda, 'item-1' as ItemId, to);
			expect(moved.ok && moved.value[Math.min(to, 2)]?.id).toBe('item-1');
			expect(moved.ok && [...ids(moved.value)].sort()).toEqual(ids(agenda));
		}
		expect(moveItem(agenda, 'item-9' as ItemId, 0)).toEqual(refuse({ code: 'itemUnknown' }));
	});

	test('lets an item go', () => {
		const left = removeItem(agenda, 'item-2' as ItemId);

		expect(left.ok && ids(left.value)).toEqual(['item-1', 'item-3']);
		expect(removeItem(agenda, 'item-9' as ItemId)).toEqual(refuse({ code: 'itemUnknown' }));
	});

	test('counts the minutes of a sitting over items that stretch over several', () => {
		const long = {
			...item(4),
			slots: [
				{ sitting: morning, start: '10:30', minutes: 60 },
				{ sitting: afternoon, start: '13:30', minutes: 90 }
			]
		};

		expect([minutesIn([...agenda, long], morning), minutesIn([...agenda, long], afternoon)]).toEqual([
			120, 90
		]);
	});
});

describe('the papers of an item', () => {
	const first = 'item-1' as ItemId;

	test('have the newest version of a paper, and the same bytes once', () => {
		const one = addPaper(agenda, first, paper(1));
		const two = one.ok && addPaper(one.value, first, paper(2));

		expect(two && two.ok && two.value[0]?.papers).toEqual([paper(2)]);
		expect(one.ok && addPaper(one.value, first, paper(1))).toEqual(refuse({ code: 'paperTwice' }));
		expect(addPaper(agenda, 'item-9' as ItemId, paper(1))).toEqual(refuse({ code: 'itemUnknown' }));
	});

	test('can be taken away again', () => {
		const one = addPaper(agenda, first, paper(1));

		expect(one.ok && removePaper(one.value, first, paper(1).paper)).toEqual(ok(agenda));
	});
});

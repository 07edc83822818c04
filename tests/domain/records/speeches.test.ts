import { describe, expect, test } from 'vitest';
import type { Entry } from '#domain/journal/entry.ts';
import type { ItemId, PointId, SeatId } from '#domain/journal/ids.ts';
import { factsOf } from '#domain/records/facts.ts';
import type { LiveEvent } from '#domain/live/meeting.ts';
import { minutesDraft } from '#i18n/record-draft.ts';
import { instant } from '#lib/time.ts';
import type { Hash } from '#lib/hash.ts';
import { before as council, roster as hall } from '../../support/conducting-events.ts';

const item = 'item' as ItemId;
const [toan, minh, lien] = ['ĐB-03' as SeatId, 'ĐB-04' as SeatId, 'ĐB-02' as SeatId];
const morning = Date.parse('2026-12-09T08:41:00+07:00');
const at = (minutes: number) => instant(morning + minutes * 60_000);
const roster = hall.map((called) =>
	called.seat === toan ? { ...called, group: 'Tổ 7', point: 'point' as PointId } : called
);
const journal = (events: readonly LiveEvent[]) =>
	[...council, ...events].map((event, i) => ({ seq: i + 1, at: at(0), event }) as Entry<LiveEvent>);
const granted = (seat: SeatId, minutes: number): LiveEvent => ({
	type: 'floor.granted',
	seat,
	subject: null,
	at: at(minutes),
	allottedMs: 600_000
});
const started = (seat: SeatId, minutes: number): LiveEvent => ({
	type: 'floor.speechStarted',
	seat,
	at: at(minutes)
});
const yielded = (seat: SeatId, minutes: number): LiveEvent => ({
	type: 'floor.yielded',
	seat,
	at: at(minutes)
});

describe('the speeches on an item', () => {
	const entries = journal([
		granted(toan, -1),
		started(toan, 0),
		yielded(toan, 6),
		granted(minh, 6),
		{ type: 'floor.deferred', seat: minh, at: at(7) },
		granted(lien, 7),
		started(lien, 8)
	]);
	const facts = factsOf(entries, roster, 'head' as Hash);

	test('are those that were begun, from beginning to end', () => {
		const held = facts.items.find(({ id }) => id === item)?.speeches;

		expect(held).toMatchObject([
			{ seat: toan, point: 'xã Tân Hòa', from: at(0), to: at(6) },
			{ seat: lien, point: null, from: at(8), to: null }
		]);
	});

	test('have a line each in the minutes, with the group and the bridge point', () => {
		const pieces = minutesDraft(facts).sections.flatMap((section) => section.pieces);

		expect(pieces.map(({ text }) => text)).toEqual(
			expect.arrayContaining([
				'08:41–08:47: Ông Lê Toàn, Tổ 7, từ điểm cầu xã Tân Hòa.',
				'Từ 08:49: Ông Đặng Thị Kim Liên.'
			])
		);
	});
});

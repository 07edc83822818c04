import { describe, expect, test } from 'vitest';
import type { ItemId, SittingId } from '#domain/journal/ids.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { PlannedSitting } from '#domain/meetings/meeting.ts';
import { planSittings } from '#domain/meetings/sittings.ts';
import { refuse } from '#lib/result.ts';

const sitting = (id: string, start: string, end: string): PlannedSitting => ({
	id: id as SittingId,
	date: '2026-12-09',
	start,
	end,
	place: 'Hội trường HĐND tỉnh',
	closed: false
});
const opening: AgendaItem = {
	id: 'opening' as ItemId,
	title: 'Khai mạc',
	closed: false,
	presenter: '',
	votes: [],
	papers: [],
	slots: [
		{ sitting: 'morning' as SittingId, start: '08:20', minutes: 20 },
		{ sitting: 'evening' as SittingId, start: '18:00', minutes: 10 }
	]
};
const morning = sitting('morning', '08:00', '11:30');
const afternoon = sitting('afternoon', '13:30', '17:00');
const evening = sitting('evening', '18:00', '20:00');
const draft = { agenda: [opening], sittings: [morning, afternoon, evening] };

describe('the sittings of a draft, planned anew', () => {
	test('take what is planned in them along when they begin at another time', () => {
		const planned = planSittings(draft, [{ ...morning, start: '07:30' }, evening]);

		expect(planned).toMatchObject({ ok: true, value: { sittings: [{ start: '07:30' }, evening] } });
		const starts = planned.ok
			? planned.value.agenda.flatMap(({ slots }) => slots.map(({ start }) => start))
			: [];
		expect(starts).toEqual(['07:50', '18:00']);
	});

	test('may be left out only where nothing is planned in them', () => {
		const without = planSittings(draft, [morning, afternoon]);

		expect(planSittings(draft, [morning, evening]).ok).toBe(true);
		expect(without).toEqual(refuse({ code: 'sittingInUse', date: '2026-12-09', start: '18:00' }));
	});

	test('end after they have begun', () => {
		const planned = planSittings(draft, [{ ...morning, end: '08:00' }, afternoon, evening]);

		expect(planned).toEqual(refuse({ code: 'sittingTooShort', date: '2026-12-09', start: '08:00' }));
	});
});

import type { ItemId, SittingId } from '#domain/journal/ids.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { Meeting } from '#domain/meetings/meeting.ts';

export type AgendaRow = {
	readonly item: AgendaItem;
	/** Its number on the whole agenda, from 1. */
	readonly number: number;
	/** The time planned in the sitting, `08:20`; the day, `24/11`, where it is planned for another one. */
	readonly start: string;
	readonly state: 'done' | 'now' | 'ahead';
};

const stateOf = ({ current, ended }: Meeting, { id }: AgendaItem): AgendaRow['state'] => {
	if (id === current) return 'now';
	return ended.includes(id) ? 'done' : 'ahead';
};

const rowIn =
	(meeting: Meeting, sitting: SittingId | null) =>
	(item: AgendaItem, at: number): AgendaRow => {
		const slot = item.slots.find((one) => one.sitting === sitting);
		return {
			item,
			number: at + 1,
			start: slot?.start ?? dayElsewhere(meeting, item),
			state: stateOf(meeting, item)
		};
	};
/** `24/11`. */
function dayElsewhere({ sittings }: Meeting, { slots }: AgendaItem): string {
	const first = sittings.find(({ id }) => id === slots[0]?.sitting);
	const [, month, day] = (first?.date ?? '').split('-').map(Number);
	return month && day ? `${day}/${month}` : '';
}

/** The whole agenda: with the hours of one sitting, and the days of the others. */
export const rowsOfAgenda = (meeting: Meeting, sitting: SittingId | null): readonly AgendaRow[] =>
	meeting.agenda.map(rowIn(meeting, sitting));

/** What one sitting takes up, also what was planned for another. */
export const rowsOfSitting = (meeting: Meeting, sitting: SittingId): readonly AgendaRow[] =>
	rowsOfAgenda(meeting, sitting).filter(
		({ item, state }) => state !== 'ahead' || item.slots.some((slot) => slot.sitting === sitting)
	);

/** The row of one item, also where it is planned for another sitting; null for none. */
export const rowOf = (meeting: Meeting, sitting: SittingId | null, item: ItemId | null): AgendaRow | null =>
	rowsOfAgenda(meeting, sitting).find((row) => row.item.id === item) ?? null;

/** So many rows around the one in hand, where there are more. */
export function windowOf(rows: readonly AgendaRow[], most: number): readonly AgendaRow[] {
	const now = rows.findIndex(({ state }) => state === 'now');
	const last = rows.findLastIndex(({ state }) => state === 'done');
	const from = Math.max(0, Math.min((now < 0 ? last : now) - 2, rows.length - most));
	return rows.slice(from, from + most);
}

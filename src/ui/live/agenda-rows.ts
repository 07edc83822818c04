import type { SittingId } from '#domain/journal/ids.ts';
import type { AgendaItem } from '#domain/meetings/agenda.ts';
import type { Meeting } from '#domain/meetings/meeting.ts';

export type AgendaRow = {
	readonly item: AgendaItem;
	/** Its number on the whole agenda, from 1. */
	readonly number: number;
	/** The time planned in the sitting, `08:20`; empty where it is planned for another one. */
	readonly start: string;
	readonly state: 'done' | 'now' | 'ahead';
};

const stateOf = ({ current, ended }: Meeting, { id }: AgendaItem): AgendaRow['state'] => {
	if (id === current) return 'now';
	return ended.includes(id) ? 'done' : 'ahead';
};

/** The agenda of one sitting, with what is taken up there although it was planned for another. */
export function rowsOfSitting(meeting: Meeting, sitting: SittingId): readonly AgendaRow[] {
	const rows = meeting.agenda.map((item, at): AgendaRow => {
		const slot = item.slots.find((one) => one.sitting === sitting);
		return { item, number: at + 1, start: slot?.start ?? '', state: stateOf(meeting, item) };
	});
	return rows.filter(({ start, state }) => start !== '' || state === 'now');
}

/** So many rows around the one in hand, where there are more. */
export function windowOf(rows: readonly AgendaRow[], most: number): readonly AgendaRow[] {
	const now = rows.findIndex(({ state }) => state === 'now');
	const last = rows.findLastIndex(({ state }) => state === 'done');
	const from = Math.max(0, Math.min((now < 0 ? last : now) - 2, rows.length - most));
	return rows.slice(from, from + most);
}

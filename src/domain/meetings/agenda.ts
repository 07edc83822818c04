import type { Result } from '#lib/result.ts';
import { ok, refuse } from '#lib/result.ts';
import type { ItemId } from '../journal/ids.ts';

/** `title` is null where the reader may not know it: a closed item, seen from outside. */
export type AgendaItem = { readonly id: ItemId; readonly title: string | null; readonly closed: boolean };
export type AgendaEvent =
	| { readonly type: 'agenda.itemStarted'; readonly item: ItemId; readonly closed: boolean }
	| { readonly type: 'agenda.itemEnded'; readonly item: ItemId };
export type AgendaRefusal = { readonly code: 'titleTaken'; readonly at: number };

/** The agenda with one more item at its end. Refused where another item has the same title. */
export function addItem(
	agenda: readonly AgendaItem[],
	item: AgendaItem
): Result<readonly AgendaItem[], AgendaRefusal> {
	const at = agenda.findIndex(({ title }) => title === item.title) + 1;
	return at > 0 ? refuse({ code: 'titleTaken', at }) : ok([...agenda, item]);
}

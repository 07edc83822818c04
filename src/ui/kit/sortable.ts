/** The list with one of its things moved to a place, counted from 0 in the list as it will be. */
export function moved<Thing>(list: readonly Thing[], from: number, to: number): readonly Thing[] {
	const rest = list.filter((_, at) => at !== from);
	return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** The place that a row dragged to `y` would take: after all other rows whose middle lies above. */
export const placeAt = (y: number, middles: readonly number[], from: number) =>
	middles.filter((middle, at) => at !== from && middle < y).length;

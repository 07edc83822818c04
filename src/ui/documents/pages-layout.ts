// Where the pages lie in their window: each child of the list is one, from the first on.
import type { PagePlace } from '#client/documents/reading.svelte.ts';

export type Box = { readonly top: number; readonly height: number };

/** Where a page lies in its window; null where it is not there. */
export function boxOf(list: HTMLElement | undefined, page: number): Box | null {
	const element = list?.children.item(page - 1);
	return element instanceof HTMLElement ? { top: element.offsetTop, height: element.offsetHeight } : null;
}

/** The last page that begins above a line; the first where none does. */
export function pageAt(list: HTMLElement | undefined, line: number): number {
	let [low, high] = [1, list?.children.length ?? 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((boxOf(list, middle)?.top ?? 0) <= line) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Where a line lies on a page: under nothing where it is above it, over one where it is below. */
export function placeOn(list: HTMLElement | undefined, page: number, line: number): PagePlace {
	const box = boxOf(list, page);
	return { page, part: box ? (line - box.top) / Math.max(1, box.height) : 0 };
}

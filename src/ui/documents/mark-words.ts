import type { PageText } from '#client/documents/page-texts.ts';
import type { Place } from '#domain/documents/finding.ts';

type Marks = { readonly places: readonly Place[]; readonly on: Place | null };

/** Marks what was found in the pieces that lie over a page. Gives the first mark of the place that is gone to. */
export function markWords(
	pieces: readonly HTMLElement[],
	{ begins }: PageText,
	marks: Marks
): HTMLElement | null {
	let first: HTMLElement | null = null;
	for (const [at, piece] of pieces.entries()) {
		const text = piece.textContent;
		const begin = begins[at];
		if (begin === undefined) continue;
		const within = partsOf({ start: begin, end: begin + text.length }, marks);
		if (within.length === 0 && !piece.firstElementChild) continue;
		const nodes = nodesOf(text, within);
		piece.replaceChildren(...nodes);
		first ??= piece.querySelector<HTMLElement>('.on');
	}
	return first;
}

type Part = Place & { readonly on: boolean };

/** The places within a piece, counted from its beginning. */
function partsOf({ start, end }: Place, { places, on }: Marks): Part[] {
	return places
		.filter((place) => place.start < end && place.end > start)
		.map((place) => ({
			start: Math.max(0, place.start - start),
			end: Math.min(end, place.end) - start,
			on: place === on
		}));
}

function nodesOf(text: string, parts: readonly Part[]): (string | HTMLElement)[] {
	let from = 0;
	const nodes = parts.flatMap(({ start, end, on }) => {
		const mark = document.createElement('mark');
		mark.className = on ? 'on' : '';
		mark.textContent = text.slice(start, end);
		const before = text.slice(from, start);
		from = end;
		return before ? [before, mark] : [mark];
	});
	return [...nodes, text.slice(from)];
}

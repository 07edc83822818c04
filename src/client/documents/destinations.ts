// Where a document's own links lead. Only to its pages: an address outside is text, and nothing follows it.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

export type Destination = string | readonly unknown[];
export type OutlineEntry = {
	readonly title: string;
	readonly depth: number;
	readonly to: Destination | null;
};
/** A link on a page, as parts of its width and height from the upper left. */
export type PageLink = {
	readonly to: Destination;
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
};

/** The page to which it leads; null where it leads nowhere. */
export async function pageOf(pdf: PDFDocumentProxy, to: Destination): Promise<number | null> {
	try {
		const [page] = (typeof to === 'string' ? await pdf.getDestination(to) : to) ?? [];
		if (typeof page === 'number') return page + 1;
		return isRef(page) ? (await pdf.getPageIndex(page)) + 1 : null;
	} catch {
		return null; // it names a page that is not there
	}
}
const isRef = (one: unknown): one is { num: number; gen: number } =>
	typeof one === 'object' && one !== null && 'num' in one && 'gen' in one;

const deepest = 4;

/** The outline as a list, each entry with its depth; empty where the document has none. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
	return entriesOf((await pdf.getOutline()) ?? [], 0);
}
type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
const entriesOf = (nodes: readonly Node[], depth: number): OutlineEntry[] =>
	nodes.flatMap(({ title, dest, items }) => [
		{ title, depth, to: dest },
		...(depth < deepest ? entriesOf(items, depth + 1) : [])
	]);

/** The links of a page that lead to pages of the same document. */
export async function linksOn(page: PDFPageProxy): Promise<readonly PageLink[]> {
	const viewport = page.getViewport({ scale: 1 });
	const annotations: readonly Annotation[] = await page.getAnnotations();
	return annotations.flatMap(({ subtype, dest, rect }) => {
		if (subtype !== 'Link' || !dest || !rect) return [];
		const [near = 0, bottom = 0, far = 0, upper = 0] = rect;
		const [x1, y1] = corner(viewport.convertToViewportPoint(near, bottom));
		const [x2, y2] = corner(viewport.convertToViewportPoint(far, upper));
		const [left, top] = [Math.min(x1, x2) / viewport.width, Math.min(y1, y2) / viewport.height];
		const size = { width: Math.abs(x2 - x1) / viewport.width, height: Math.abs(y2 - y1) / viewport.height };
		return [{ to: dest, left, top, ...size }];
	});
}
const corner = ([x = 0, y = 0]: readonly number[]) => [x, y] as const;
type Annotation = {
	readonly subtype?: string;
	readonly dest?: Destination | null;
	readonly rect?: readonly number[];
};

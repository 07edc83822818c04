// One paper as it is being read: its pages, where its reader is, how large it is shown, what he looks for. The window over
// the pages tells it where it stands and is told where to go.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { keepPlace, placeKept, type KeptPlace, type KeptSize, type ReadAt } from './place-kept.ts';
import { PageTexts } from './page-texts.ts';
import { PaperBytes } from './paper-bytes.svelte.ts';
import { Search, type Hit } from './search.svelte.ts';

/** A page and the part of it that lies above the line at which one reads. */
export type PagePlace = { readonly page: number; readonly part: number };
/** As wide as the window, a whole page in it, or so many times its width. */
export type Size = KeptSize;

/** The window over the pages. */
export type PagesWindow = {
	goTo(page: number): void;
	/** Brings what lies on a page to where one reads. */
	show(element: HTMLElement, page: number): void;
	/** Changes how the pages lie, and keeps what is that far below its upper edge; without it, what is in its middle. */
	hold(change: () => void, belowPx?: number): void;
};

const sizes = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
export const [smallest, largest] = [0.5, 4];
const keepAfterMs = 300;

export class Reading {
	readonly #at: ReadAt;
	#pdf = $state.raw<PDFDocumentProxy | null>(null);
	#size = $state.raw<Size>('width');
	/** At first above the first page. */
	#place = $state.raw<PagePlace>({ page: 1, part: -1 });
	#texts: PageTexts | null = null;
	#keeping: ReturnType<typeof setTimeout> | undefined;
	/** The found place that is not yet in the window; null once it is. */
	#seeking = $state.raw<Hit | null>(null);
	#window: PagesWindow = { goTo: () => {}, show: () => {}, hold: (change) => change() };
	readonly search = new Search((hit) => this.#seek(hit));
	readonly bytes: PaperBytes;

	/** `address`: where its bytes are. */
	constructor(at: ReadAt, address: string) {
		this.#at = at;
		this.bytes = new PaperBytes(address);
	}
	/** Whether bytes of it are not coming because the line is lost. */
	get waits() {
		return this.bytes.trouble === 'line';
	}
	get pdf() {
		return this.#pdf;
	}
	get count() {
		return this.#pdf?.numPages ?? 0;
	}
	/** The page at which its reader is. */
	get page() {
		return this.#place.page;
	}
	get place() {
		return this.#place;
	}
	get size() {
		return this.#size;
	}
	get seeking() {
		return this.#seeking;
	}

	opened(pdf: PDFDocumentProxy) {
		const kept = placeKept(this.#at);
		if (kept) this.#takeUp(kept, pdf.numPages);
		this.#texts = new PageTexts(pdf);
		this.#pdf = pdf;
	}
	#takeUp({ page, part, size }: KeptPlace, count: number) {
		this.#place = { page: Math.min(page, count), part };
		this.#size = size;
	}
	shownBy(window: PagesWindow) {
		this.#window = window;
	}
	/** Where the window stands. */
	stands(place: PagePlace) {
		this.#place = place;
		clearTimeout(this.#keeping);
		this.#keeping = setTimeout(() => this.keep(), keepAfterMs);
	}
	/** Remembers the place on this device. */
	keep() {
		clearTimeout(this.#keeping);
		if (this.#pdf) keepPlace(this.#at, { ...this.#place, size: this.#size });
	}

	goTo(page: number) {
		const there = Math.min(this.count, Math.max(1, Math.round(page)));
		if (!Number.isFinite(there) || this.count === 0) return;
		this.#window.goTo(there);
	}
	/** Shows the pages in another size; what is that far below the upper edge stays there. */
	resize(size: Size, belowPx?: number) {
		const within = typeof size === 'number' ? Math.min(largest, Math.max(smallest, size)) : size;
		this.#window.hold(() => (this.#size = within), belowPx);
	}
	/** The next larger (1) or smaller (-1) size; `shown` is how many times the width it is now. */
	step(by: 1 | -1, shown: number) {
		const next =
			by > 0 ? sizes.find((size) => size > shown * 1.01) : sizes.findLast((size) => size < shown * 0.99);
		if (next) this.resize(next);
	}

	look(typed: string) {
		if (!this.#texts) return;
		const where = { texts: this.#texts, pages: this.count, from: this.page };
		void this.search.look(typed, where).catch(() => this.search.clear()); // the document was closed meanwhile
	}
	/** The page on which it was found has marked it. */
	found(hit: Hit, mark: HTMLElement) {
		if (this.#seeking !== hit) return;
		this.#seeking = null;
		this.#window.show(mark, hit.page);
	}
	/** The words of a page, with the pieces that lie over it. */
	async textOf(page: number) {
		return this.#texts?.of(page) ?? null;
	}
	#seek(hit: Hit) {
		this.#seeking = hit;
		if (hit.page !== this.page) this.goTo(hit.page);
	}
}

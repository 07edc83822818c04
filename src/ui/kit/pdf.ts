// pdf.js comes when the first document is opened, never with a page of the product; it works in a worker of our origin.
import type { PDFDocumentLoadingTask, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

const own = {
	cMapUrl: '/pdfjs/cmaps/',
	standardFontDataUrl: '/pdfjs/standard_fonts/',
	wasmUrl: '/pdfjs/wasm/',
	iccUrl: '/pdfjs/iccs/'
};
/** A picture is never drawn finer than this, nor of more points, or a tablet runs out of memory. */
const finest = 2;
const mostPoints = 12_000_000;
/** Small: where each page is described beside its own content, every page costs one of these. */
const rangeChunkSize = 16 * 1024;

/** Bytes that come in ranges: the first of them, how many there are, and any others on request. */
export type Ranged = {
	readonly first: Uint8Array;
	readonly lengthBytes: number;
	read(begin: number, end: number): Promise<Uint8Array>;
};

async function library() {
	const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
	pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
	return pdfjs;
}

/** Fetches pdf.js and its worker's code while the first bytes of a document are still on their way. */
export function fetchLibrary(): void {
	const late = () => {}; // opening asks for both again, and says what fails
	library().catch(late);
	fetch(workerUrl).then((response) => response.arrayBuffer(), late);
}

/** Begins to open a document from bytes, which stay with the caller, or from those that come in ranges. */
export async function openPdf(from: Uint8Array | Ranged): Promise<PDFDocumentLoadingTask> {
	const { getDocument } = await library();
	const source = from instanceof Uint8Array ? { data: from.slice() } : await sourceOf(from);
	return getDocument({ ...own, ...source, disableAutoFetch: true, disableStream: true, enableXfa: false });
}

async function sourceOf(from: Ranged) {
	if (from.first.length >= from.lengthBytes) return { data: from.first };
	const { PDFDataRangeTransport } = await library();
	const range = new PDFDataRangeTransport(from.lengthBytes, from.first);
	range.requestDataRange = (begin, end) =>
		void from.read(begin, end).then(
			(bytes) => range.onDataRange(begin, bytes),
			() => {} // the reader was left, or may not read on: the pages that lack them stay empty
		);
	return { range, rangeChunkSize };
}

/** Draws a page that wide, on a picture of its own. Gives the picture once it is whole, and the way to stop. */
export function drawPage(page: PDFPageProxy, width: number) {
	const plain = page.getViewport({ scale: 1 });
	const [scale, height] = [width / plain.width, (plain.height * width) / plain.width];
	const fine = Math.min(finest, devicePixelRatio || 1, Math.sqrt(mostPoints / (width * height)));
	const viewport = page.getViewport({ scale: scale * fine });
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(viewport.width);
	canvas.height = Math.round(viewport.height);
	canvas.setAttribute('aria-hidden', 'true');
	const task: RenderTask = page.render({ canvas, viewport });
	return { canvas, done: task.promise.then(() => canvas), stop: () => task.cancel() };
}

/**
 * Lays the words of a page over its picture, to be read, found and selected; they grow with `--total-scale-factor` of the
 * container. Gives the pieces in the order of the page's text.
 */
export async function layWords(page: PDFPageProxy, container: HTMLElement): Promise<HTMLElement[]> {
	const { TextLayer } = await library();
	const layer = new TextLayer({
		textContentSource: await page.getTextContent(),
		container,
		viewport: page.getViewport({ scale: 1 })
	});
	await layer.render();
	return layer.textDivs;
}

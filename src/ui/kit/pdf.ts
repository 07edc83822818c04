// pdf.js comes when the first document is opened, never with a page of the product; it works in a worker of our origin.
import type { PDFDocumentLoadingTask, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

const own = {
	cMapUrl: '/pdfjs/cmaps/',
	standardFontDataUrl: '/pdfjs/standard_fonts/',
	wasmUrl: '/pdfjs/wasm/',
	iccUrl: '/pdfjs/iccs/'
};
/** A picture is never drawn finer than this, or a tablet runs out of memory. */
const finest = 2;

async function library() {
	const pdfjs = await import('pdfjs-dist');
	pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
	return pdfjs;
}

/** Begins to open a document by its address (in ranges) or from bytes, which stay with the caller. */
export async function openPdf(from: string | Uint8Array): Promise<PDFDocumentLoadingTask> {
	const { getDocument } = await library();
	const source = typeof from === 'string' ? { url: from } : { data: from.slice() };
	return getDocument({ ...own, ...source, disableAutoFetch: true, enableXfa: false });
}

export type Place = {
	readonly canvas: HTMLCanvasElement;
	readonly text: HTMLElement;
	readonly width: number;
};

/** Draws a page as wide as its place, with its text over it to be read, found and selected. Gives the way to stop. */
export function drawPage(page: PDFPageProxy, { canvas, text, width }: Place) {
	const plain = page.getViewport({ scale: 1 });
	const scale = width / plain.width;
	const fine = Math.min(finest, devicePixelRatio || 1);
	const viewport = page.getViewport({ scale: scale * fine });
	canvas.width = Math.round(viewport.width);
	canvas.height = Math.round(viewport.height);
	const task = page.render({ canvas, viewport });
	const words = drawText(page, text, scale);
	const done = Promise.all([task.promise, words.then((layer) => layer.render())]);
	return { done, stop: () => stop(task, words) };
}

async function drawText(page: PDFPageProxy, container: HTMLElement, scale: number) {
	const { TextLayer } = await library();
	container.replaceChildren();
	container.style.setProperty('--total-scale-factor', String(scale));
	return new TextLayer({
		textContentSource: page.streamTextContent(),
		container,
		viewport: page.getViewport({ scale })
	});
}

function stop(task: RenderTask, words: ReturnType<typeof drawText>) {
	task.cancel();
	void words.then((layer) => layer.cancel());
}

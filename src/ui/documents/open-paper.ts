import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PaperBytes } from '#client/documents/paper-bytes.svelte.ts';
import { fetchLibrary, openPdf } from '#ui/kit/pdf.ts';

export type Opened = {
	readonly pdf: PDFDocumentProxy;
	/** Width by height of the first page. */
	readonly ratio: number;
};

/** Opens a paper by ranges; null where its reader has left meanwhile. */
export async function openPaper(bytes: PaperBytes, left: () => boolean): Promise<Opened | null> {
	fetchLibrary();
	const first = await bytes.begin();
	const { lengthBytes } = bytes;
	const task = await openPdf({ first, lengthBytes, read: (begin, end) => bytes.read(begin, end) });
	const opened = left() ? null : await task.promise;
	const page = await opened?.getPage(1);
	if (!opened || !page || left()) {
		await task.destroy();
		return null;
	}
	const { width, height } = page.getViewport({ scale: 1 });
	return { pdf: opened, ratio: width / height };
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { searchable, type Searchable } from '#domain/documents/finding.ts';

/** The words of a page: one text, with the pieces that it is made of, as pdf.js lays them over the page. */
export type PageText = Searchable & { readonly begins: readonly number[] };

/** Reads the words of each page once. */
export class PageTexts {
	readonly #pdf: PDFDocumentProxy;
	readonly #read = new Map<number, Promise<PageText>>();

	constructor(pdf: PDFDocumentProxy) {
		this.#pdf = pdf;
	}
	of(number: number): Promise<PageText> {
		const read = this.#read.get(number) ?? this.#fetch(number);
		this.#read.set(number, read);
		read.catch(() => this.#read.delete(number));
		return read;
	}
	async #fetch(number: number) {
		const page = await this.#pdf.getPage(number);
		return textOf(await page.getTextContent());
	}
}

function textOf({ items }: TextContent): PageText {
	let text = '';
	const begins: number[] = [];
	for (const item of items) {
		if (!('str' in item)) continue;
		begins.push(text.length);
		text += item.str + (item.hasEOL ? '\n' : '');
	}
	return { ...searchable(text), begins };
}

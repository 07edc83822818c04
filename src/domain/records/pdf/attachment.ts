import { contentOf } from './filter.ts';
import { textOf } from './object.ts';
import type { Pdf } from './pdf.ts';

/** The content of the file attached under this name; null where there is none. */
export function attachedFile(pdf: Pdf, wanted: string): Uint8Array | null {
	if (!pdf.root.has('Names')) return null;
	const names = pdf.dict(pdf.root.get('Names'));
	if (!names.has('EmbeddedFiles')) return null;
	const pairs = pdf.list(pdf.dict(names.get('EmbeddedFiles')).get('Names'));
	const specs = pairs.filter((_, i) => i % 2 === 1).map((ref) => pdf.dict(ref));
	const spec = specs.find((one) => textOf(one.get('UF') ?? one.get('F')) === wanted);
	return spec ? contentOf(pdf.stream(pdf.dict(spec.get('EF')).get('F'))) : null;
}

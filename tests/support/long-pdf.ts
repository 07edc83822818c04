/**
 * A PDF as office programs write it: a flat list of pages, each before its own content, with a grey picture of noise that
 * does not compress. Every page says `Sheet n` and has a line more where one is given for it.
 */
export function longPdf({ pages, bytesPerPage, lines = {} }: Wanted): Uint8Array<ArrayBuffer> {
	const numbers = Array.from({ length: pages }, (_, at) => at + 1);
	const kids = numbers.map((number) => `${1 + 3 * number} 0 R`).join(' ');
	const noise = noiseOf(bytesPerPage);
	const objects = [
		latin('<< /Type /Catalog /Pages 2 0 R >>'),
		latin(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`),
		latin('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
		...numbers.flatMap((number) => objectsOf(number, noise, lines[number]))
	];
	return assembled(objects);
}

type Wanted = {
	readonly pages: number;
	readonly bytesPerPage: number;
	readonly lines?: { readonly [page: number]: string };
};

const latin = (text: string) => Buffer.from(text, 'latin1');

function objectsOf(number: number, noise: Buffer, line: string | undefined): Buffer[] {
	const [content, picture] = [2 + 3 * number, 3 + 3 * number];
	const resources = `/Font << /F1 3 0 R >> /XObject << /P ${picture} 0 R >>`;
	const written = [`Sheet ${number}`, line ?? ''].map((text) => `(${text}) Tj 0 -36 Td`).join(' ');
	const drawing = `BT /F1 24 Tf 72 720 Td ${written} ET q 200 0 0 200 72 300 cm /P Do Q`;
	const side = Math.floor(Math.sqrt(noise.length));
	const head = `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`;
	return [
		latin(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << ${resources} >> >>`
		),
		latin(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`),
		Buffer.concat([
			latin(`${head} /Length ${side * side} >>\nstream\n`),
			noise.subarray(0, side * side),
			latin('\nendstream')
		])
	];
}

/** The same noise each time: a small generator, not chance. */
function noiseOf(sizeBytes: number): Buffer {
	let state = 1;
	return Buffer.from(
		Uint8Array.from(
			{ length: sizeBytes },
			() => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24
		)
	);
}

function assembled(objects: readonly Buffer[]): Uint8Array<ArrayBuffer> {
	const parts = [latin('%PDF-1.4\n')];
	let length = parts[0]?.length ?? 0;
	const offsets = objects.map((object, at) => {
		const offset = length;
		const part = Buffer.concat([latin(`${at + 1} 0 obj\n`), object, latin('\nendobj\n')]);
		parts.push(part);
		length += part.length;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const size = objects.length + 1;
	const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
	const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
	return new Uint8Array(Buffer.concat([...parts, latin(table + end)]));
}

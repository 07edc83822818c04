/** A PDF of one line of text per page, as bytes: enough for a reader, without a typesetter. */
export function smallPdf(lines: readonly string[]): Uint8Array {
	const pages = lines.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${lines.length} /Kids [${pages}] >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		...lines.flatMap((line, at) => pageOf(line, 5 + 2 * at))
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = text.length;
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const size = objects.length + 1;
	const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
	const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
	return new TextEncoder().encode(text + table + end);
}

function pageOf(line: string, content: number) {
	const drawing = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`;
	return [
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
		`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`
	];
}

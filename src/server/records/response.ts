/** A record's file for a browser: named after its number, never kept by anything between us and the reader. */
export function pdfResponse({
	bytes,
	name
}: {
	readonly bytes: Uint8Array;
	readonly name: string;
}): Response {
	return new Response(Uint8Array.from(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}

import { error } from '@sveltejs/kit';
import { authority } from '#server/operations/authority.ts';

export function GET() {
	const found = authority();
	if (!found) error(404, 'none');
	const headers = {
		'content-type': 'application/x-x509-ca-cert',
		'content-disposition': 'attachment; filename="nghisu.crt"'
	};
	return new Response(found.certificate, { headers });
}

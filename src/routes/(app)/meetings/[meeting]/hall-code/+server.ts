import { hallCodes } from '#server/live/hall-codes.ts';

export async function GET({ locals, params, url, setHeaders }) {
	const codes = await locals.read(hallCodes, { ...params, origin: url.origin });
	setHeaders({ 'cache-control': 'no-store' });
	return Response.json(codes);
}

import { hallCodes } from '#server/live/hall-codes.ts';
import { originForOthers } from '#server/platform/public-address.ts';

export async function GET({ locals, params, url, setHeaders }) {
	const codes = await locals.read(hallCodes, { ...params, origin: originForOthers(url) });
	setHeaders({ 'cache-control': 'no-store' });
	return Response.json(codes);
}

import { health } from '#server/operations/health.ts';

export async function GET() {
	const now = await health();
	return Response.json(now, { status: now.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}

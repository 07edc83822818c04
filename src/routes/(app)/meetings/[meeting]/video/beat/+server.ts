import { beatInRoom } from '#server/live/entering.ts';
import { statusOf } from '#server/platform/refusal.ts';

export async function POST({ request, params, locals }) {
	const told: unknown = await request.json().catch(() => null);
	const noted = await locals.act(beatInRoom, { ...Object(told), ...params });
	return noted.ok
		? new Response(null, { status: 204 })
		: Response.json(noted.refusal, { status: statusOf(noted.refusal) });
}

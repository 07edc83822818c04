import { enterRoom } from '#server/live/entering.ts';
import { statusOf } from '#server/platform/refusal.ts';

export async function POST({ request, params, locals }) {
	const asked: unknown = await request.json().catch(() => null);
	const entered = await locals.act(enterRoom, { ...Object(asked), ...params });
	return entered.ok
		? Response.json(entered.value, { headers: { 'cache-control': 'no-store' } })
		: Response.json(entered.refusal, { status: statusOf(entered.refusal) });
}

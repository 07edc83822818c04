import { followCode } from '#server/live/sheet.ts';
import { statusOf } from '#server/platform/refusal.ts';

/** What a code is, for the person who has just read it: nothing is done about it yet. */
export async function POST({ locals, request, setHeaders }) {
	setHeaders({ 'cache-control': 'no-store' });
	const answer = await locals.act(followCode, await request.json().catch(() => null));
	return answer.ok
		? Response.json(answer.value)
		: Response.json(answer.refusal, { status: statusOf(answer.refusal) });
}

import { json } from '@sveltejs/kit';
import { stepUpForSitting } from '#server/accounts/entry.ts';
import { enter } from '#server/accounts/knock.ts';
import { clock } from '#server/platform/clock.ts';
import { statusOf } from '#server/platform/refusal.ts';

export const POST = async (event) => {
	const typed: unknown = await event.request.json().catch(() => null);
	const result = await enter(event, stepUpForSitting, typed);
	if (result.ok) return json({});
	return json({ ...result.refusal, at: clock.now() }, { status: statusOf(result.refusal) });
};

import * as v from 'valibot';
import type { CommandId, MeetingId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { run } from '#server/live/run.ts';
import { idOf, parse } from '#server/platform/input.ts';
import { statusOf } from '#server/platform/refusal.ts';
import { liveCommandNamed } from '#server/registry.ts';

const posted = v.object({ command: idOf<CommandId>(), name: v.string(), input: v.unknown() });
const path = v.object({ meeting: idOf<MeetingId>() });

export async function POST({ request, params, locals: { signedIn } }) {
	if (!signedIn) return Response.json({ code: 'notSignedIn' }, { status: 401 });
	const [call, where] = [parse(posted, await request.json().catch(() => null)), parse(path, params)];
	if (!call.ok || !where.ok) return Response.json({ code: 'inputInvalid' }, { status: 422 });
	const { command, name, input } = call.value;
	const known = liveCommandNamed(name);
	const answer = known
		? await run(known, { meeting: where.value.meeting, command, signedIn, input })
		: refuse({ code: 'notFound' });
	return answer.ok
		? Response.json(answer.value)
		: Response.json(answer.refusal, { status: statusOf(answer.refusal) });
}

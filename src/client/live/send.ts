import { newUuid } from '#client/ids.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { Refusal } from '#lib/result.ts';

export type Sent =
	| { readonly state: 'recorded'; readonly seq: number }
	| { readonly state: 'refused'; readonly refusal: Refusal };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** POSTs a command until there is an answer; the same id every time, so that it is done once. */
export async function send(meeting: MeetingId, name: string, input: object = {}): Promise<Sent> {
	const body = JSON.stringify({ command: newUuid(), name, input });
	const asked = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
	for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
		const answer = await fetch(`/meetings/${meeting}/commands`, asked).catch(() => null);
		if (answer?.ok) return { state: 'recorded', ...(await answer.json()) };
		if (answer && answer.status < 500 && answer.status !== 429)
			return { state: 'refused', refusal: await answer.json() };
		await wait(pause * (0.5 + Math.random()));
	}
}

import type { MeetingId, RoundId } from '#domain/journal/ids.ts';
import type { Receipt } from '#domain/voting/receipt.ts';
import type { Choice } from '#domain/voting/vote-round.ts';
import type { Refusal } from '#lib/result.ts';

export type Sent =
	| { readonly state: 'recorded'; readonly receipt: Receipt }
	| { readonly state: 'refused'; readonly refusal: Refusal }
	| { readonly state: 'unanswered' };
export type Standing = { readonly receipt: Receipt | null; readonly voter: boolean };
export type BallotDoors = {
	cast(ballot: { round: RoundId; attempt: number; choice: Choice }): Promise<Sent>;
	/** Null where there was no answer. */
	standing(round: RoundId): Promise<Standing | null>;
};

/** Longer than a group of ballots ever takes: a request that hangs in a dead line is given up. */
const patienceMs = 8_000;

/** The ballot doors of a meeting. */
export function ballotDoors(meeting: MeetingId): BallotDoors {
	const path = `/live/${meeting}/ballots`;
	const ask = (url: string, request: RequestInit = {}) =>
		fetch(url, { ...request, signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
	return {
		async cast(ballot) {
			const headers = { 'content-type': 'application/json' };
			const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(ballot) });
			if (!answer || answer.status >= 500 || answer.status === 429) return { state: 'unanswered' };
			const said = await answer.json().catch(() => null);
			if (said === null) return { state: 'unanswered' };
			if (answer.ok) return { state: 'recorded', receipt: said };
			return { state: 'refused', refusal: said.code ? said : { code: codeOf(answer.status) } };
		},
		async standing(round) {
			const answer = await ask(`${path}?round=${round}`);
			return answer?.ok ? answer.json().catch(() => null) : null;
		}
	};
}
/** What is turned away before it is looked at has no code of its own. */
const codeOf = (status: number) => (status === 401 ? 'notSignedIn' : 'notAllowed');

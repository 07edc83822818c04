// The door for ballots: the one place where a whole hall knocks within a second, so that each is one statement, shared
// with whoever comes at the same time.
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { MeetingId, RoundId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { receiptCode, type Receipt } from '#domain/voting/receipt.ts';
import { choices, type Choice } from '#domain/voting/vote-round.ts';
import { canonicalBytes } from '#lib/canonical-json.ts';
import type { Hash } from '#lib/hash.ts';
import { instant } from '#lib/time.ts';
import { hashOfToken, personOfToken } from '#server/accounts/sign-ins.ts';
import { transaction } from '#server/platform/db.ts';
import { isForeign } from '#server/platform/guard.ts';
import { idOf, parse } from '#server/platform/input.ts';
import { statusOf } from '#server/platform/refusal.ts';
import { cast } from '#server/voting/cast.ts';
import { ballotsOf, isVoter } from '#server/voting/queries.ts';
import { pressed } from './pressed.ts';

type Answer = { readonly status: number; readonly body: object };
type Knock = { readonly path: string; readonly own: string; readonly token: string | undefined };

const path = /^\/live\/([0-9a-f-]{36})\/ballots$/;
const meetingId = idOf<MeetingId>();
const roundId = idOf<RoundId>();
const most = 1000; // of attempts: the column is a small number, and nobody changes his mind as often
const attempt = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const ballotInput = v.object({ round: roundId, attempt, choice: v.picklist(choices) });

/**
 * Takes a ballot from a page of ours. The voter is whose token it is; whether the sign-in is good, how often he asked and
 * whether he may vote in this round of this meeting is asked by the statement that stores it. Null for what is no ballot
 * of anybody: that goes the long way, where it is counted and refused.
 */
export async function receiveBallot(
	req: IncomingMessage,
	{ path: asked, own, token }: Knock
): Promise<Answer | null> {
	const meeting = parse(meetingId, path.exec(asked)?.[1]);
	if (req.method !== 'POST' || !meeting.ok || !token) return null;
	if (isForeign({ origin: req.headers.origin ?? null, own })) return null;
	const parsed = parse(ballotInput, await jsonOf(req));
	const voter = parsed.ok ? await personOfToken(token) : null;
	if (!parsed.ok || !voter) return null;
	const { round, attempt, choice } = parsed.value;
	const ballot = { meeting: meeting.value, round, voter, attempt };
	const statement = canonicalBytes({ ...ballot, choice });
	const answer = await cast({ ...ballot, statement, holder: hashOfToken(token) });
	if (!answer.ok) return { status: statusOf(answer.refusal), body: answer.refusal };
	const { hash, place, receivedAt } = answer.value;
	pressed(meeting.value, round, place);
	return { status: 200, body: receiptFor(round, { attempt, choice, receivedAt, hash }) };
}

type Asking = { readonly url: URL; readonly who: SignedIn; readonly meeting: MeetingId };
/**
 * The own ballot that stands, for a tablet that comes back or was never answered; null where there is none. `voter` says
 * whether the person is on the round's list at all.
 */
export async function ownBallot({ url, who, meeting }: Asking): Promise<Answer> {
	const round = parse(roundId, url.searchParams.get('round'));
	if (!round.ok) return { status: 422, body: round.refusal };
	const [voter, mine] = await transaction(who.person, async (tx) => [
		await isVoter(tx, { meeting, round: round.value, person: who.person }),
		await ballotsOf(tx, meeting, round.value, who.person)
	]);
	const last = mine.at(-1);
	return { status: 200, body: { voter, receipt: last ? receiptFor(round.value, last) : null } };
}

type Last = {
	readonly attempt: number;
	readonly choice: Choice;
	readonly receivedAt: number;
	readonly hash: Hash;
};
const receiptFor = (round: RoundId, { attempt, choice, receivedAt, hash }: Last): Receipt => ({
	round,
	attempt,
	choice,
	receivedAt: instant(receivedAt),
	code: receiptCode(hash)
});

async function jsonOf(req: IncomingMessage): Promise<unknown> {
	let text = '';
	for await (const chunk of req) if ((text += chunk).length > 100_000) return null;
	try {
		return JSON.parse(text);
	} catch {
		return null; // the schema refuses it
	}
}

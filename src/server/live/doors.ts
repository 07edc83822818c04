// The paths that answer before SvelteKit: streams, ballots, files of papers. Same guard, sign-in and hub as everything else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { MeetingId, RoundId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { receiptCode, type Receipt } from '#domain/voting/receipt.ts';
import { choices, type Choice } from '#domain/voting/vote-round.ts';
import type { Hash } from '#lib/hash.ts';
import { canonicalBytes } from '#lib/canonical-json.ts';
import { instant } from '#lib/time.ts';
import { cookieName, holderOf } from '#server/accounts/sign-ins.ts';
import { guard, securityHeaders } from '#server/platform/guard.ts';
import { idOf, parse } from '#server/platform/input.ts';
import { statusOf } from '#server/platform/refusal.ts';
import { transaction } from '#server/platform/db.ts';
import { cast } from '#server/voting/cast.ts';
import { ballotsOf, isVoter } from '#server/voting/queries.ts';
import { join } from './hubs.ts';
import { heldBy } from './hub.ts';
import { answerPapers, isPaperPath } from './paper-doors.ts';
import { joinPersonal } from './personal.ts';
import { pressed } from './pressed.ts';
import { closing, Stream, streamsOf } from './streams.ts';

const paths = /^\/live\/(?:me|([0-9a-f-]{36})(\/ballots)?)$/;
const mostStreamsEach = 20;
const mostNameless = 500; // of one process: the public page of a meeting is read by anybody

/** Answers a request of a live path; false where the path is SvelteKit's. */
export async function serve(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
	const own = ownOrigin(req);
	// the path is what was sent: `//elsewhere/live/…` must not name another host
	if (!req.url?.startsWith('/live/') && !isPaperPath(req.url)) return false;
	for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
	if (!URL.canParse(own + req.url)) return end(res, 400);

	const token = cookieOf(req);
	const who = await holderOf(token);
	const by = who ? { person: who.person } : { address: req.socket.remoteAddress ?? '' };
	const status = await guard({ method: req.method ?? 'GET', origin: req.headers.origin ?? null, own, by });
	if (status) return end(res, status);
	return answer(req, res, { url: new URL(own + req.url), who, token });
}

type Asked = { readonly url: URL; readonly who: SignedIn | null; readonly token: string | undefined };
const meetingId = idOf<MeetingId>();

async function answer(req: IncomingMessage, res: ServerResponse, asked: Asked) {
	const { url, who } = asked;
	if (isPaperPath(url.pathname)) return answerPapers(req, res, asked);
	const [path, id, ballots] = paths.exec(url.pathname) ?? [];
	if (path === '/live/me' && who) return streamPersonal(res, asked, who);
	const meeting = parse(meetingId, id);
	if (!path || (id && !meeting.ok)) return end(res, 404);
	if (!meeting.ok || (ballots && !who)) return end(res, 401);
	if (ballots && who) return answerBallots(req, res, { ...asked, who, meeting: meeting.value });
	if (!ballots && req.method === 'GET') return streamMeeting(req, res, { ...asked, meeting: meeting.value });
	return end(res, 405);
}

const ownOrigin = ({ headers, socket }: IncomingMessage) =>
	`${'encrypted' in socket ? 'https' : 'http'}://${headers[':authority'] ?? headers.host ?? 'localhost'}`;
const cookieOf = ({ headers }: IncomingMessage) =>
	headers.cookie
		?.split('; ')
		.find((pair) => pair.startsWith(`${cookieName}=`))
		?.slice(cookieName.length + 1);
function end(res: ServerResponse, status: number, body?: object) {
	res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
	return true;
}

function tooManyStreams({ who }: Asked) {
	if (closing()) return 503;
	return streamsOf(who?.person ?? null) >= (who ? mostStreamsEach : mostNameless) ? 429 : null;
}

/** Nothing is written before it is known that the stream is allowed: a refusal has a status of its own. */
async function streamMeeting(
	req: IncomingMessage,
	res: ServerResponse,
	asked: Asked & { readonly meeting: MeetingId }
) {
	const { url, who, token, meeting } = asked;
	const refused = tooManyStreams(asked);
	if (refused) return end(res, refused);
	const held = heldBy(String(req.headers['last-event-id'] ?? url.searchParams.get('held') ?? ''));
	const stream = new Stream(res, { who, token });
	const joined = await join(
		meeting,
		{ who, asked: url.searchParams.get('as'), send: (bytes) => stream.send(bytes), end: () => stream.end() },
		held
	);
	if (typeof joined === 'string') return end(res, joined === 'notFound' ? 404 : 403, { code: joined });
	if (url.searchParams.has('once')) return (joined(), stream.end(), true);
	stream.onclose(joined);
	return true;
}

function streamPersonal(res: ServerResponse, asked: Asked, who: SignedIn) {
	const refused = tooManyStreams(asked);
	if (refused) return end(res, refused);
	const stream = new Stream(res, asked);
	stream.send(Buffer.from(': \n\n'));
	stream.onclose(joinPersonal(who.person, (bytes) => stream.send(bytes)));
	return true;
}

const most = 1000; // of attempts: the column is a small number, and nobody changes his mind as often
const attempt = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const ballotInput = v.object({ round: idOf<RoundId>(), attempt, choice: v.picklist(choices) });
const roundId = idOf<RoundId>();
type Voting = Asked & { readonly who: SignedIn; readonly meeting: MeetingId };

function answerBallots(req: IncomingMessage, res: ServerResponse, voting: Voting) {
	if (req.method === 'POST') return receiveBallot(req, res, voting);
	return req.method === 'GET' ? showOwnBallot(res, voting) : end(res, 405);
}

/** The voter is who is signed in; whether he may vote in this round of this meeting is decided where it is stored. */
async function receiveBallot(req: IncomingMessage, res: ServerResponse, { who, meeting }: Voting) {
	const parsed = parse(ballotInput, await jsonOf(req));
	if (!parsed.ok) return end(res, 422, parsed.refusal);
	const { round, attempt, choice } = parsed.value;
	const voter = who.person;
	const statement = canonicalBytes({ meeting, round, voter, attempt, choice });
	const answer = await cast({ meeting, round, voter, attempt, statement });
	if (!answer.ok) return end(res, statusOf(answer.refusal), answer.refusal);
	const { hash, place, receivedAt } = answer.value;
	pressed(meeting, round, place);
	return end(res, 200, receiptFor(round, { attempt, choice, receivedAt, hash }));
}

/**
 * The own ballot that stands, for a tablet that comes back or was never answered; null where there is none. `voter` says
 * whether the person is on the round's list at all.
 */
async function showOwnBallot(res: ServerResponse, { url, who, meeting }: Voting) {
	const round = parse(roundId, url.searchParams.get('round'));
	if (!round.ok) return end(res, 422, round.refusal);
	const [voter, mine] = await transaction(who.person, async (tx) => [
		await isVoter(tx, { meeting, round: round.value, person: who.person }),
		await ballotsOf(tx, meeting, round.value, who.person)
	]);
	const last = mine.at(-1);
	return end(res, 200, { voter, receipt: last ? receiptFor(round.value, last) : null });
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

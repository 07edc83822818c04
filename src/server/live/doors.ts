// The paths that answer before SvelteKit: streams, ballots, files of papers. Same guard, sign-in and hub as everything else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { cookieName, holderOf } from '#server/accounts/sign-ins.ts';
import { guard, securityHeaders } from '#server/platform/guard.ts';
import { idOf, parse } from '#server/platform/input.ts';
import { ownBallot, receiveBallot } from './ballot-door.ts';
import { webhookPath } from '#server/video/address.ts';
import { receiveWebhook } from '#server/video/webhook-door.ts';
import { join } from './hubs.ts';
import { heldBy } from './hub.ts';
import { answerPapers, isPaperPath } from './paper-doors.ts';
import { joinPersonal } from './personal.ts';
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
	const url = new URL(own + req.url);
	// signed by the video server, which is no page of ours
	if (url.pathname === webhookPath) return end(res, await receiveWebhook(req));
	const cast = await receiveBallot(req, { path: url.pathname, own, token });
	if (cast) return end(res, cast.status, cast.body);
	const who = await holderOf(token);
	const by = who ? { person: who.person } : { address: req.socket.remoteAddress ?? '' };
	const status = await guard({ method: req.method ?? 'GET', origin: req.headers.origin ?? null, own, by });
	if (status) return end(res, status);
	return answer(req, res, { url, who, token });
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
	if (ballots && who) return showOwnBallot(req, res, { url, who, meeting: meeting.value });
	if (!ballots && req.method === 'GET') return streamMeeting(req, res, { ...asked, meeting: meeting.value });
	return end(res, 405);
}

async function showOwnBallot(
	req: IncomingMessage,
	res: ServerResponse,
	asked: Parameters<typeof ownBallot>[0]
) {
	// a ballot that is one has been taken: see `serve`
	if (req.method === 'POST') return end(res, 422, { code: 'inputInvalid', fields: {} });
	if (req.method !== 'GET') return end(res, 405);
	const shown = await ownBallot(asked);
	return end(res, shown.status, shown.body);
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

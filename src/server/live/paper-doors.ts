// The doors for the files of papers: in through /meetings/…/papers, out through …/papers/<paper>/<version>/file.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedIn } from '#domain/live/mine.ts';
import type { MeetingId } from '#domain/journal/ids.ts';
import { refuse, type Refusal, type Result } from '#lib/result.ts';
import { receivePaper } from '#server/documents/door.ts';
import { fault } from '#server/platform/fault.ts';
import { idOf, parse } from '#server/platform/input.ts';
import { log } from '#server/platform/log.ts';
import { statusOf } from '#server/platform/refusal.ts';
import { readPaper, sendPaper } from './papers.ts';

const paths = /^\/meetings\/([0-9a-f-]{36})\/papers(?:\/([0-9a-f-]{36})\/(\d{1,6})\/file)?$/;
/** Whether a path, with or without its query, is one of these doors. */
export const isPaperPath = (url: string | undefined) => paths.test(url?.split('?')[0] ?? '');

type Asked = { readonly url: URL; readonly who: SignedIn | null };

/** Answers with the refusal and its status, or with what was received. */
export async function answerPapers(req: IncomingMessage, res: ServerResponse, { url, who }: Asked) {
	const [, id, paper, version] = paths.exec(url.pathname) ?? [];
	const meeting = parse(idOf<MeetingId>(), id);
	if (!who) return end(req, res, refuse({ code: 'notSignedIn' }));
	if (!meeting.ok) return end(req, res, meeting);
	if (paper === undefined) return answerReceiving(req, res, { who, meeting: meeting.value });
	if (req.method !== 'GET' && req.method !== 'HEAD') return (res.writeHead(405).end(), true);
	const found = await readPaper.run(who, { meeting: meeting.value, paper, version });
	if (!found.ok) return end(req, res, found);
	const sent = await sendPaper(req, res, found.value);
	return sent === 404 ? end(req, res, refuse({ code: 'paperGone' })) : true;
}

type Receiving = { readonly who: SignedIn; readonly meeting: MeetingId };
async function answerReceiving(req: IncomingMessage, res: ServerResponse, { who, meeting }: Receiving) {
	if (req.method !== 'POST') return (res.writeHead(405).end(), true);
	try {
		const length = req.headers['content-length'];
		const promised = length === undefined ? null : Number(length);
		return end(req, res, await receivePaper(who, meeting, { bytes: req, promised }));
	} catch (error) {
		if (!req.complete) return (res.destroy(), true); // whoever sent it went away: nobody waits for an answer
		log.error({ fault: fault(error) }, 'a paper could not be stored');
		return end(req, res, refuse({ code: 'paperNotStored' }));
	}
}

/** What is still coming is let go by, so that the answer is heard. */
function end(req: IncomingMessage, res: ServerResponse, result: Result<unknown, Refusal>) {
	req.resume();
	const status = result.ok ? 200 : statusOf(result.refusal);
	const body = JSON.stringify(result.ok ? result.value : result.refusal);
	res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
	return true;
}

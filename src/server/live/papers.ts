// Reading papers. Of a draft: for its chair and secretary. Of a called meeting: what the reader's agenda shows, so that a
// closed item's papers stay with those who see inside.
import fs from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { can } from '#domain/access/policy.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { MeetingId, PaperId } from '#domain/journal/ids.ts';
import { audiencesOf, viewOf } from '#domain/live/audience.ts';
import { actorIn, type SignedIn } from '#domain/live/mine.ts';
import type { PaperRef } from '#domain/meetings/agenda.ts';
import { ok, refuse } from '#lib/result.ts';
import { versionsOf } from '#server/documents/queries.ts';
import { actorInDraft } from '#server/meetings/queries.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { fault } from '#server/platform/fault.ts';
import { pathOfFile } from '#server/platform/files.ts';
import { idOf, wholeNumber } from '#server/platform/input.ts';
import { log } from '#server/platform/log.ts';
import { sendFile, type Part } from '#server/platform/send-file.ts';
import { current } from './state.ts';

/** In which part somebody reads: of a draft as it prepares him, of a called meeting as it stands. */
export async function reader(tx: Tx, input: { meeting: MeetingId }, who: SignedIn): Promise<Actor> {
	const { live, roster, seq } = await current(tx, input.meeting);
	return seq > 0 ? actorIn(live, roster, who) : actorInDraft(tx, input, who);
}

async function readable(tx: Tx, by: Actor, meeting: MeetingId): Promise<(paper: PaperRef) => boolean> {
	const { live, seq } = await current(tx, meeting);
	if (seq === 0) return () => can(by, 'meetings.readDraft');
	const shown = audiencesOf(by)
		.flatMap((audience) => viewOf(live, audience).meeting.agenda)
		.flatMap(({ papers }) => papers);
	return ({ paper, version }) => shown.some((one) => one.paper === paper && one.version === version);
}

/** A version of a paper, for whoever may read it here. */
export const readPaper = query({
	name: 'documents.readPaper',
	needs: 'documents.readPaper',
	input: v.object({ meeting: idOf<MeetingId>(), paper: idOf<PaperId>(), version: wholeNumber }),
	actor: reader,
	async work(tx, { input: { meeting, paper, version }, by }) {
		const found = (await versionsOf(tx, meeting, paper)).find((one) => one.version === version);
		if (!found) return refuse({ code: 'paperUnknown' });
		const may = await readable(tx, by, meeting);
		return may(found) ? ok(found) : refuse({ code: 'paperUnknown' });
	}
});

const heads = {
	'content-type': 'application/pdf',
	'content-security-policy': "sandbox; default-src 'none'",
	'content-disposition': 'inline',
	'accept-ranges': 'bytes',
	// kept, and asked about each time: the next person at a shared tablet may not be allowed
	'cache-control': 'private, no-cache'
};

/** Sends the bytes of a paper, or the part that was asked for. */
export async function sendPaper(
	req: IncomingMessage,
	res: ServerResponse,
	{ hash }: PaperRef
): Promise<number> {
	const file = pathOfFile(hash);
	const sizeBytes = await fs.stat(file).then(
		({ size }) => size,
		() => null
	);
	if (sizeBytes === null) return 404;
	const etag = `"${hash}"`;
	for (const [name, value] of Object.entries({ ...heads, etag })) res.setHeader(name, value);
	if (namesTag(req.headers['if-none-match'], etag)) return (res.writeHead(304).end(), 304);
	const part = partOf(req, { etag, sizeBytes });
	if (part === 'beyond') return (res.writeHead(416, { 'content-range': `bytes */${sizeBytes}` }).end(), 416);
	const { start, end } = part ?? { start: 0, end: sizeBytes - 1 };
	const status = part ? 206 : 200;
	if (part) res.setHeader('content-range', `bytes ${start}-${end}/${sizeBytes}`);
	res.writeHead(status, { 'content-length': end - start + 1 });
	if (req.method === 'HEAD') return (res.end(), status);
	void sendFile(file, { start, end }, res).catch((error: unknown) => {
		log.error({ fault: fault(error) }, 'a paper could not be read');
		res.destroy();
	});
	return status;
}

const namesTag = (header: string | undefined, etag: string) =>
	header?.split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim())) ?? false;

type Asked = { readonly etag: string; readonly sizeBytes: number };
/** The range that is asked for; null, which is the whole, where none is, and where it is meant for other bytes. */
function partOf({ method, headers }: IncomingMessage, { etag, sizeBytes }: Asked): Part | 'beyond' | null {
	const meant = headers['if-range'] ?? etag;
	return method === 'HEAD' || meant !== etag ? null : rangeIn(headers.range ?? '', sizeBytes);
}

/** One range, as readers ask for it; several, and what cannot be read as one, are answered with the whole. */
function rangeIn(header: string, sizeBytes: number): Part | 'beyond' | null {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
	if (from + to === '' || (from !== '' && to !== '' && Number(from) > Number(to))) return null;
	const start = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
	const end = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
	return start <= end ? { start, end } : 'beyond';
}

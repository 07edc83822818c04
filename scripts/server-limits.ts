// What may come in: how large a body may be at which door, and what plain http from the network may ask for.
import type { IncomingMessage } from 'node:http';

const mega = 1024 * 1024;
const mostBytes = 1 * mega;
/** A paper may have 100 MB; around it a form has names and boundaries. */
export const mostPaperBytes = 100 * mega;
/** A report on a task is proved by a file of at most 20 MB. */
export const mostReportBytes = 20 * mega;
const formBytes = 64 * 1024;
const paperDoor = /^\/meetings\/[0-9a-f-]{36}\/papers(\?|$)/;
const reportDoor = /^\/tasks\/[0-9a-f-]{36}\/files(\?|$)/;

/** 413 or 411 for a body that is not taken, or null. Who sends one says beforehand how long it is. */
export function tooLarge(req: IncomingMessage): 411 | 413 | null {
	const length = req.headers['content-length'];
	if (length === undefined) return hasBody(req) ? 411 : null;
	return Number(length) > mostAt(req.url ?? '') ? 413 : null;
}
function mostAt(url: string): number {
	if (paperDoor.test(url)) return mostPaperBytes + formBytes;
	return reportDoor.test(url) ? mostReportBytes : mostBytes;
}

function hasBody(req: IncomingMessage) {
	if (req.headers['transfer-encoding'] !== undefined) return true;
	return 'stream' in req && (req.stream as { endAfterHeaders?: boolean }).endAfterHeaders === false;
}

const open = /^\/(ca|ca\.crt)(\?[^#]*)?$|^\/(_app\/immutable|fonts|icons)\/[\w./-]+$/;

/** Where a video server beside us tells what happened: it signs what it says, and knows no authority of ours. */
const told = '/live/video';

/** How to trust the authority, and what that page is made of: all else goes to https. */
export const mayEnterWithoutTls = ({ method, url = '' }: IncomingMessage): boolean =>
	method === 'POST'
		? url === told
		: (method === 'GET' || method === 'HEAD') && open.test(url) && !url.includes('..');

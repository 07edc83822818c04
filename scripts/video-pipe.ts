// Signalling of the video server under our own port, so that browsers know no other address. Only what joining needs is
// passed on: /rtc as a WebSocket from our own pages, and the question why joining was refused. Never /twirp, which rules rooms.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { MessageLimit } from './message-limit.ts';

/** The address of the video server, or null where there is none. */
export type Where = () => string | null;
export type VideoPipe = {
	/** Answers a question of that path; false where the path is not one. */
	answers(req: IncomingMessage, res: ServerResponse): boolean;
	/** Takes a connection that wants to be a WebSocket, or hangs up. */
	upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
	close(): void;
};

const signalling = /^\/rtc(\/v1)?\?/;
const asking = /^\/rtc(\/v1)?\/validate\?/;
const patienceMs = 5_000;
const mostMessageBytes = 1024 * 1024;
const mostAnswerBytes = 64 * 1024;
const mostOpen = 5_000;
/** What the server is told; no cookie, and no offer to compress: what is small here must not be large there. */
const toServer = ['sec-websocket-key', 'sec-websocket-version', 'sec-websocket-protocol', 'user-agent'];
const toBrowser = ['sec-websocket-accept', 'sec-websocket-protocol'];

/** Passes signalling on to the server that there is at the moment of the request. */
export function videoPipe(where: Where): VideoPipe {
	const open = new Set<Duplex>();
	return {
		answers(req, res) {
			if (!asking.test(req.url ?? '')) return false;
			if (req.method !== 'GET') res.writeHead(405).end();
			else ask(where(), req, res);
			return true;
		},
		upgrade(req, socket, head) {
			socket.on('error', () => socket.destroy());
			const server = where();
			const refused = mayJoin(req) ? (server && open.size < mostOpen ? null : 503) : 403;
			if (refused || !server) return hangUp(socket, refused ?? 503);
			open.add(socket);
			socket.once('close', () => open.delete(socket));
			join(server, req, socket, head);
		},
		close: () => open.forEach((socket) => socket.destroy())
	};
}

/** A WebSocket is asked for by a page of ours; other pages may open one too, and browsers say so in the origin. */
function mayJoin({ method, url = '', headers, socket }: IncomingMessage) {
	const own = `${'encrypted' in socket ? 'https' : 'http'}://${headers.host}`;
	const wanted = headers.upgrade?.toLowerCase() === 'websocket' && headers.origin === own;
	return method === 'GET' && wanted && signalling.test(url);
}

function hangUp(socket: Duplex, status: number) {
	socket.end(
		`HTTP/1.1 ${status} ${http.STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`
	);
}

function request(server: string, to: string, headers: http.OutgoingHttpHeaders) {
	const by = server.startsWith('https:') ? https : http;
	return by.request(server + to, { headers, agent: false, timeout: patienceMs });
}

const only = (names: readonly string[], headers: http.IncomingHttpHeaders) =>
	Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));

function join(server: string, req: IncomingMessage, socket: Duplex, head: Buffer) {
	const headers = { ...only(toServer, req.headers), connection: 'Upgrade', upgrade: 'websocket' };
	const asked = request(server, req.url ?? '', headers);
	socket.once('close', () => asked.destroy());
	asked.once('timeout', () => asked.destroy(new Error('the video server does not answer')));
	asked.once('error', () => hangUp(socket, 503));
	asked.once('response', (answer) => {
		answer.resume();
		hangUp(socket, answer.statusCode ?? 502);
	});
	asked.once('upgrade', (answer, upstream, first) => {
		upstream.setTimeout(0);
		connect({ socket, upstream, head, first, accepted: only(toBrowser, answer.headers) });
	});
	asked.end();
}

type Both = {
	readonly socket: Duplex;
	readonly upstream: Duplex;
	readonly head: Buffer;
	readonly first: Buffer;
	readonly accepted: Record<string, unknown>;
};
function connect({ socket, upstream, head, first, accepted }: Both) {
	const limit = new MessageLimit(mostMessageBytes);
	const apart = () => [socket, limit, upstream].forEach((stream) => stream.destroy());
	for (const stream of [socket, limit]) stream.once('error', apart).once('close', apart);
	upstream.once('error', apart).once('close', () => endInTime(socket)); // its last word must still arrive
	const lines = Object.entries(accepted).map(([name, value]) => `${name}: ${String(value)}\r\n`);
	socket.write(
		`HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n${lines.join('')}\r\n`
	);
	if (first.length) socket.write(first);
	if (head.length) limit.write(head);
	upstream.pipe(socket);
	socket.pipe(limit).pipe(upstream);
}

function endInTime(socket: Duplex) {
	const late = setTimeout(() => socket.destroy(), patienceMs);
	socket.once('close', () => clearTimeout(late)).end();
}

/** Why joining was refused: a short answer in words, never a page. */
function ask(server: string | null, req: IncomingMessage, res: ServerResponse) {
	if (!server) return void res.writeHead(503).end();
	const asked = request(server, req.url ?? '', only(['authorization', 'user-agent'], req.headers));
	const failed = () => (res.headersSent ? res.destroy() : void res.writeHead(503).end());
	asked.once('timeout', () => asked.destroy(new Error('the video server does not answer')));
	asked.once('error', failed);
	asked.once('response', (answer) => {
		res.writeHead(answer.statusCode ?? 502, {
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'no-store'
		});
		let sizeBytes = 0;
		answer.on('data', (chunk: Buffer) => {
			sizeBytes += chunk.length;
			if (sizeBytes <= mostAnswerBytes) res.write(chunk);
		});
		answer.once('end', () => res.end()).once('error', failed);
	});
	asked.end();
}

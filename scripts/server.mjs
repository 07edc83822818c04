// The server: one port. The first byte of a connection tells TLS from http; http is the product on localhost, and
// from elsewhere only the way to https. Then the doors, then SvelteKit's handler.
// It imports nothing from src: the doors are those of the built app, so there is one hub and one pool.
import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import os from 'node:os';
import { certificates } from './certificates.mjs';
import { isSignalling, signalling } from './livekit-signalling.mjs';

const { PORT = '3000', DATA = 'data', LIVEKIT_URL, DRAIN_MS = '2000' } = process.env;
// adapter-node reads these when it is imported
process.env.BODY_SIZE_LIMIT ??= '1M'; // anybody may send a body: papers come by a door of their own
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
delete process.env.ORIGIN;
const { handler } = await import('../build/handler.js');
const { serve, closeDoors, deaf } = globalThis[Symbol.for('nghisu.doors')];
const video = LIVEKIT_URL ? signalling(LIVEKIT_URL) : null;

async function answer(req, res) {
	req.headers['x-forwarded-proto'] = req.socket.encrypted ? 'https' : 'http'; // never what a client claims
	req.headers.host ??= req.headers[':authority'];
	if (video && isSignalling(req.url)) return video.request(req, res);
	if (await serve(req, res)) return;
	handler(req, res, () => res.writeHead(404).end());
}
const onRequest = (req, res) => answer(req, res).catch((error) => (console.error(error), res.destroy()));

const lan = Object.values(os.networkInterfaces())
	.flat()
	.filter(({ internal, family }) => !internal && family === 'IPv4')
	.map(({ address }) => address);
const tls = await certificates(`${DATA}/ca`, ['localhost', '127.0.0.1', ...lan]);
const secure =
	process.env.HTTP2 === '0'
		? (await import('node:https')).createServer(tls, onRequest)
		: http2.createSecureServer({ ...tls, allowHTTP1: true }, onRequest);
const local = http.createServer(onRequest);
const elsewhere = http.createServer((req, res) => {
	const host = req.headers.host ?? '';
	if (req.url === '/ca')
		return res
			.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
			.end('<!doctype html><a href="/ca.crt">ca.crt</a>');
	if (req.url === '/ca.crt')
		return res.writeHead(200, { 'content-type': 'application/x-x509-ca-cert' }).end(tls.ca);
	if (!/^[\w.:[\]-]+$/.test(host)) return res.writeHead(400).end();
	res.writeHead(308, { location: `https://${host}${req.url}`, connection: 'close' }).end();
});
const sockets = new Set();
for (const server of [secure, local, elsewhere]) {
	server.on('upgrade', (req, socket, head) =>
		video && server !== elsewhere ? video.upgrade(req, socket, head) : socket.destroy()
	);
	server.on('clientError', (_, socket) => socket.destroy());
	server.keepAliveTimeout = 75_000;
	server.emit('listening'); // it never listens itself: this starts its timeouts for slow headers
}
secure.on('sessionError', () => {});

const tlsHello = 0x16;
const isLocal = ({ remoteAddress = '' }) => remoteAddress === '::1' || /^(::ffff:)?127\./.test(remoteAddress);
const front = net.createServer({ noDelay: true }, (socket) => {
	sockets.add(socket);
	socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
	socket.setTimeout(10_000, () => socket.destroy()); // whoever says nothing
	socket.once('readable', () => {
		const first = socket.read(1);
		if (!first) return socket.destroy();
		socket.setTimeout(0);
		socket.removeAllListeners('timeout');
		socket.unshift(first);
		(first[0] === tlsHello ? secure : isLocal(socket) ? local : elsewhere).emit('connection', socket);
	});
});
await new Promise((done, failed) =>
	front.once('error', failed).listen({ port: Number(PORT), backlog: 4096 }, done)
);
console.log(`ready http://localhost:${PORT} https://${lan[0] ?? 'localhost'}:${PORT} pid ${process.pid}`);

/** In order: no new connections, streams away over some seconds, what is under way, then ears and database. */
async function close() {
	const closed = new Promise((done) => front.close(done));
	closeDoors(Number(DRAIN_MS));
	setTimeout(() => sockets.forEach((socket) => socket.destroy()), Number(DRAIN_MS) + 1000);
	for (const server of [local, elsewhere]) server.closeIdleConnections();
	await closed;
	await deaf();
	for (const listener of process.listeners('sveltekit:shutdown')) await listener('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM'])
	process.once(signal, () => void close().then(() => process.exit(0)));

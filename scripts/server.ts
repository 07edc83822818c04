// The server: one port. The first byte of a connection tells TLS from http; http is the product on this machine, and
// from elsewhere only how to trust our authority and the way to https. Then the doors, then SvelteKit's handler.
// It takes nothing from src but types: the doors are those of the built app, so there is one hub and one pool.
import type { IncomingMessage, ServerResponse } from 'node:http';
import http from 'node:http';
import http2, { type Http2SecureServer } from 'node:http2';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Identity } from './certificates.ts';
import { mayEnterWithoutTls, tooLarge } from './server-limits.ts';
import { videoPipe, type VideoPipe, type Where } from './video-pipe.ts';

type Doors = {
	serve(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
	closeDoors(overMs: number): void;
	deaf(): Promise<void>;
	headers: Readonly<Record<string, string>>;
};
type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
export type Product = { readonly doors: Doors; readonly handler: Handler };
export type Serving = {
	readonly port: number;
	/** Shows another certificate to whoever connects from now on. */
	renew(identity: Identity): void;
	/** In order: no new connections, streams away over some seconds, what is under way, then ears and database. */
	close(overMs?: number): Promise<void>;
};

const tlsHello = 0x16;
const patienceMs = 10_000;
const plain = { headersTimeout: patienceMs, connectionsCheckingInterval: 2_000 };
const isLocal = ({ remoteAddress = '' }: Socket) =>
	remoteAddress === '::1' || /^(::ffff:)?127\./.test(remoteAddress);

/** The built product, in this process; its database is the one of DATABASE_URL. */
export async function builtProduct(): Promise<Product> {
	// adapter-node reads these when it is imported; the address of a request is what its socket says
	process.env.BODY_SIZE_LIMIT = 'Infinity'; // server-limits.ts knows which door takes how much
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	delete process.env.ORIGIN;
	const built = new URL('../build/handler.js', import.meta.url).href;
	const { handler }: { handler: Handler } = await import(built);
	const doors: Doors = Reflect.get(globalThis, Symbol.for('nghisu.doors'));
	if (!doors) throw new Error('the built product has opened no doors: build it anew');
	return { doors, handler };
}

type At = {
	readonly port: number;
	readonly identity: Identity;
	/** Where signalling goes, at the moment. */
	readonly video?: Where;
};

/** Serves the product. Fails with EADDRINUSE where the port is taken. */
export async function serve(product: Product, at: At): Promise<Serving> {
	const pipe = videoPipe(at.video ?? (() => null));
	const onRequest = answering(product, pipe);
	const options = {
		cert: at.identity.cert,
		key: at.identity.key,
		allowHTTP1: true,
		handshakeTimeout: patienceMs
	};
	const secure = http2.createSecureServer(options, (req, res) =>
		onRequest(req as unknown as IncomingMessage, res as unknown as ServerResponse)
	);
	secure.on('sessionError', () => {});
	const local = http.createServer(plain, onRequest);
	const elsewhere = http.createServer(plain, (req, res) =>
		mayEnterWithoutTls(req) ? onRequest(req, res) : toHttps(req, res)
	);
	for (const server of [secure, local]) behave(server, (...asked) => pipe.upgrade(...asked));
	behave(elsewhere, (_req, socket) => socket.destroy());
	const sockets = new Set<Socket>();
	const front = net.createServer({ noDelay: true }, (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		sort(socket, { secure, local, elsewhere });
	});
	await listening(front, at.port);
	return {
		port: (front.address() as AddressInfo).port,
		renew: ({ cert, key }) => secure.setSecureContext({ cert, key }),
		close: (overMs = 2_000) => {
			pipe.close();
			return closing(product, { front, sockets, servers: [local, elsewhere], overMs });
		}
	};
}

function answering({ doors, handler }: Product, pipe: VideoPipe) {
	async function answer(req: IncomingMessage, res: ServerResponse) {
		req.headers['x-forwarded-proto'] = 'encrypted' in req.socket ? 'https' : 'http'; // never what a client claims
		const authority = req.headers[':authority'];
		if (typeof authority === 'string') req.headers.host ??= authority;
		for (const [name, value] of Object.entries(doors.headers)) res.setHeader(name, value);
		const refused = tooLarge(req);
		if (refused) return void res.writeHead(refused, { connection: 'close' }).end();
		if (pipe.answers(req, res) || (await doors.serve(req, res))) return;
		handler(req, res, () => res.writeHead(404).end());
	}
	return (req: IncomingMessage, res: ServerResponse) =>
		void answer(req, res).catch((error: unknown) => {
			console.error('request', error instanceof Error ? error.name : 'failed');
			res.destroy();
		});
}

function toHttps(req: IncomingMessage, res: ServerResponse) {
	const host = req.headers.host ?? '';
	if (!/^[\w.:[\]-]+$/.test(host) || !req.url?.startsWith('/')) return void res.writeHead(400).end();
	res.writeHead(308, { location: `https://${host}${req.url}`, connection: 'close' }).end();
}

type Inner = http.Server | Http2SecureServer;
function behave(server: Inner, onupgrade: VideoPipe['upgrade']) {
	server.on('upgrade', onupgrade);
	server.on('clientError', (_error: Error, socket: Socket) => socket.destroy());
	if (server instanceof http.Server) server.keepAliveTimeout = 75_000;
	server.emit('listening'); // it never listens itself: this starts its timeouts for slow headers
}

function sort(socket: Socket, to: { secure: Inner; local: Inner; elsewhere: Inner }) {
	const hangUp = () => socket.destroy();
	socket.on('error', hangUp);
	socket.setTimeout(patienceMs, hangUp); // whoever says nothing
	socket.once('readable', () => {
		const first: Buffer | null = socket.read(1);
		if (!first) return hangUp();
		socket.setTimeout(0);
		socket.off('timeout', hangUp);
		socket.unshift(first);
		const server = first[0] === tlsHello ? to.secure : isLocal(socket) ? to.local : to.elsewhere;
		server.emit('connection', socket);
	});
}

const listening = (server: net.Server, port: number) =>
	new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen({ port, backlog: 4096 }, resolve);
	});

type Open = {
	readonly front: net.Server;
	readonly sockets: ReadonlySet<Socket>;
	readonly servers: readonly http.Server[];
	readonly overMs: number;
};
async function closing({ doors }: Product, { front, sockets, servers, overMs }: Open) {
	const closed = new Promise((resolve) => front.close(resolve));
	doors.closeDoors(overMs);
	const late = setTimeout(() => sockets.forEach((socket) => socket.destroy()), overMs + 1_000);
	for (const server of servers) server.closeIdleConnections();
	await closed;
	clearTimeout(late);
	await doors.deaf();
	for (const listener of process.listeners('sveltekit:shutdown' as NodeJS.Signals))
		await Reflect.apply(listener, process, ['SIGTERM']);
}

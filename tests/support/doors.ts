// The doors on a real socket, without SvelteKit behind them.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '#server/live/doors.ts';

export async function doorsOpen() {
	const server = http.createServer(
		(req, res) =>
			void serve(req, res).then(
				(done) => done || res.writeHead(404).end(),
				() => res.destroy()
			)
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	const at = (path: string, person: string | null) => ({
		port,
		host: '127.0.0.1',
		path,
		headers: person ? { cookie: `sign-in=${person}` } : {}
	});

	/** Sends the path as it is, which `fetch` would not. */
	const post = (path: string, person: string | null, body: object, from = origin) =>
		new Promise<{ status: number; body: unknown }>((resolve, reject) => {
			const asked = at(path, person);
			const req = http.request(
				{ ...asked, method: 'POST', headers: { ...asked.headers, origin: from } },
				(res) => {
					let text = '';
					res
						.on('data', (chunk) => (text += chunk))
						.on('end', () => resolve({ status: res.statusCode ?? 0, body: text && JSON.parse(text) }));
				}
			);
			req.on('error', reject).end(JSON.stringify(body));
		});
	const stream = (path: string, person: string | null) => {
		const heard = {
			status: 0,
			text: '',
			ended: false,
			events: () => [...heard.text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name),
			leave: () => void req.destroy()
		};
		const req = http.get(at(path, person), (res) => {
			heard.status = res.statusCode ?? 0;
			res
				.on('data', (chunk) => (heard.text += chunk))
				.on('close', () => (heard.ended = true))
				.on('error', () => {});
		});
		req.on('error', () => (heard.ended = true));
		return heard;
	};
	const close = () =>
		new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()));
	return { server, origin, port, post, stream, close };
}
/** Waits until something is so; fails after three seconds, or as long as said. */
export async function until(so: () => boolean, patienceMs = 3_000) {
	for (let n = 0; n < patienceMs / 10 && !so(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
	if (!so()) throw new Error(`not so after ${patienceMs} ms: ${so}`);
}

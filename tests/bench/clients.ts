// The tablets of a hall: a raw stream each, and a kept connection for what it posts.
import http from 'node:http';
import net from 'node:net';

export type Ear = {
	/** When the bytes of a kind last arrived, by this process's clock. */
	heard(word: string): number | null;
	forget(): void;
	close(): void;
	readonly length: number;
};

/** Opens a stream and listens; resolves when its first bytes are there. */
export function listen(port: number, path: string | null, cookie: string): Promise<Ear> {
	const socket = net.connect(port, '127.0.0.1');
	let text = '';
	const at = new Map<string, number>();
	const words = ['voting.roundOpened', 'voting.roundClosed', 'voting.announced'];
	const ear: Ear = {
		heard: (word) => at.get(word) ?? null,
		forget: () => (at.clear(), void (text = '')),
		close: () => socket.destroy(),
		get length() {
			return text.length;
		}
	};
	socket.setNoDelay(true);
	if (path) socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`);
	return new Promise((resolve, reject) => {
		socket.once('error', reject);
		if (!path) socket.once('connect', () => resolve(ear));
		socket.on('data', (chunk) => {
			const now = performance.now();
			text = (text + chunk.toString()).slice(-20_000);
			for (const word of words) if (!at.has(word) && text.includes(word)) at.set(word, now);
			if (path && text.includes('event: mine')) resolve(ear);
			if (/voting\.(roundOpened|roundClosed|announced)/.test(text) && text.endsWith('\n\n')) text = '';
		});
	});
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 600 });
/** Posts JSON; resolves with status, body and how long it took. */
export function post(port: number, path: string, cookie: string, body: string | object) {
	const began = performance.now();
	const origin = `http://127.0.0.1:${port}`;
	const headers = { cookie, origin, 'content-type': 'application/json' };
	return new Promise<{ status: number; body: string; took: number }>((resolve, reject) => {
		const req = http.request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (res) => {
			let text = '';
			res.on('data', (chunk) => (text += chunk));
			res.on('end', () =>
				resolve({ status: res.statusCode ?? 0, body: text, took: performance.now() - began })
			);
		});
		req.on('error', reject).end(typeof body === 'string' ? body : JSON.stringify(body));
	});
}

/** Waits until all have heard a word, at most ten seconds; the times since `began`. */
export async function allHeard(ears: readonly Ear[], word: string, began: number): Promise<number[]> {
	for (let waited = 0; waited < 10_000; waited += 5) {
		if (ears.every((ear) => ear.heard(word) !== null)) break;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	const times = ears.map((ear) => ear.heard(word));
	if (times.some((time) => time === null)) throw new Error(`not everybody heard ${word}`);
	return times.map((time) => (time ?? 0) - began);
}
export const closeAgent = () => agent.destroy();

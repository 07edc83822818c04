// Somebody who acts over https without a browser: his own cookies, the product's origin, the authority trusted. The name
// is looked up here, for no machine knows it.
import https, { type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { hostName } from './ground.ts';

export type Answer = {
	readonly status: number;
	readonly headers: IncomingMessage['headers'];
	readonly text: string;
	json(): unknown;
};
export type Sending = {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
};
export type Heard = { readonly event: string; readonly id: string | null; readonly data: unknown };

export class Caller {
	readonly origin: string;
	readonly #at: RequestOptions;
	readonly #cookies = new Map<string, string>();

	constructor({ port, authority }: { port: number; authority: Buffer }) {
		this.origin = `https://${hostName}:${port}`;
		this.#at = { host: '127.0.0.1', port, servername: hostName, ca: authority };
	}

	/** Goes on with a cookie that it was given. */
	keepCookie(pair: string): this {
		const [name = '', value = ''] = pair.split('=');
		this.#cookies.set(name, value);
		return this;
	}

	get(path: string): Promise<Answer> {
		return this.send(path, {});
	}

	postJson(path: string, body: object): Promise<Answer> {
		const headers = { 'content-type': 'application/json' };
		return this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
	}

	/** As a page's form sends it, without script. */
	postForm(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
		const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
		return this.send(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
	}

	/** Sends the path as it is, and keeps the cookies of the answer. */
	send(path: string, { method = 'GET', headers = {}, body }: Sending): Promise<Answer> {
		return new Promise((resolve, reject) => {
			const req = https.request(this.#asked(path, { method, headers }), (res) => {
				this.#keep(res);
				let text = '';
				res.setEncoding('utf8');
				res.on('data', (chunk) => (text += chunk));
				res.on('end', () =>
					resolve({ status: res.statusCode ?? 0, headers: res.headers, text, json: () => JSON.parse(text) })
				);
			});
			req.on('error', reject);
			if (body !== undefined) req.setHeader('content-length', Buffer.byteLength(body));
			req.end(body);
		});
	}

	/** A stream of events; `heard` grows until it is closed or ends. */
	listen(path: string) {
		const heard: Heard[] = [];
		const state = { status: 0, ended: false };
		let rest = '';
		const req = https.get(this.#asked(path, { method: 'GET' }), (res) => {
			state.status = res.statusCode ?? 0;
			res.setEncoding('utf8');
			res.on('data', (chunk) => {
				const blocks = (rest + chunk).split('\n\n');
				rest = blocks.pop() ?? '';
				heard.push(...blocks.flatMap(eventOf));
			});
			res.on('close', () => (state.ended = true));
		});
		req.on('error', () => (state.ended = true));
		return { heard, state, close: () => req.destroy() };
	}

	#asked(path: string, { method, headers = {} }: Sending): RequestOptions {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const own = { host: new URL(this.origin).host, ...(cookie ? { cookie } : {}) };
		const origin = method === 'GET' ? {} : { origin: this.origin };
		return { ...this.#at, path, method, headers: { ...own, ...origin, ...headers } };
	}

	#keep(res: IncomingMessage) {
		for (const line of res.headers['set-cookie'] ?? []) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
	}
}

function eventOf(block: string): Heard[] {
	const event = /^event: (.*)$/m.exec(block)?.[1];
	const data = /^data: (.*)$/m.exec(block)?.[1];
	return event && data ? [{ event, id: /^id: (.*)$/m.exec(block)?.[1] ?? null, data: JSON.parse(data) }] : [];
}

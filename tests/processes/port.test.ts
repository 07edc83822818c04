import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { networkAddresses } from '../../scripts/addresses.ts';
import { startProduct, type Product } from '../support/product.ts';

type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };
type Answered = {
	readonly status: number;
	readonly headers: http.IncomingHttpHeaders;
	readonly text: string;
};

describe('the one port', () => {
	let product: Product;
	let authority: Buffer;
	const network = networkAddresses()[0] ?? '';
	beforeAll(async () => {
		product = await startProduct('people');
		authority = fs.readFileSync(path.join(product.dataFolder, 'ca/ca.crt'));
	});
	afterAll(() => product.close());

	function ask(
		by: typeof http | typeof https,
		host: string,
		to: string,
		asked: Asked = {}
	): Promise<Answered> {
		const { method = 'GET', headers = {}, body } = asked;
		return new Promise((resolve, reject) => {
			const options = { host, port: product.port, path: to, method, headers, ca: authority, agent: false };
			const req = by.request(options, (res) => {
				let text = '';
				res.on('data', (chunk) => (text += chunk));
				res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
			});
			req.on('error', reject).end(body);
		});
	}
	const own = (host: string, scheme: string) => ({
		host: `${host}:${product.port}`,
		origin: `${scheme}://${host}:${product.port}`
	});

	test('is the product by http on this machine', async () => {
		expect((await ask(http, '127.0.0.1', '/healthz')).status).toBe(200);
		expect((await ask(http, '::1', '/healthz')).status).toBe(200);
	});

	test('is the product by https on every address, over HTTP/1.1 and 2', async () => {
		const session = http2.connect(`https://${network}:${product.port}`, { ca: authority });
		const status = new Promise((resolve, reject) => {
			session.on('error', reject);
			session
				.request({ ':path': '/healthz' })
				.on('response', (headers) => resolve(headers[':status']))
				.end();
		});

		expect((await ask(https, network, '/healthz')).status).toBe(200);
		expect(await status).toBe(200);
		session.close();
	});

	test.each(['/', '/room?x=1', '/live/me', '/healthz', '/_app/version.json', '/ca/../healthz'])(
		'sends plain http from the network to https: %s',
		async (to) => {
			const { status, headers } = await ask(http, network, to);

			expect([status, headers.location]).toEqual([308, `https://${network}:${product.port}${to}`]);
		}
	);

	test('hands out the authority by plain http', async () => {
		const { status, headers } = await ask(http, network, '/ca.crt');

		expect([status, headers['content-type']]).toEqual([200, 'application/x-x509-ca-cert']);
		expect((await ask(http, network, '/ca')).text).toContain('Nghi Su');
	});

	test('believes no claim about where a request comes from', async () => {
		const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' };

		expect((await ask(http, network, '/healthz', { headers })).status).toBe(308);
		expect((await ask(http, network, '/', { headers: { host: 'a b"<' } })).status).toBe(400);
	});

	test('refuses a body of more than 1 MB, and one whose length is not said', async () => {
		const sent = { method: 'POST', headers: own('127.0.0.1', 'http') };
		const chunked = { ...sent, headers: { ...sent.headers, 'transfer-encoding': 'chunked' } };

		const large = await ask(http, '127.0.0.1', '/live/me', { ...sent, body: 'x'.repeat(2e6) });
		const unsaid = await ask(http, '127.0.0.1', '/live/me', { ...chunked, body: 'x' });

		expect([large.status, unsaid.status]).toEqual([413, 411]);
	});

	test('says on files too how they may be used', async () => {
		const { headers } = await ask(http, '127.0.0.1', '/manifest.webmanifest');

		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin'
		});
	});

	test.concurrent.each([
		['says nothing', Buffer.alloc(0)],
		['begins a TLS hello', Buffer.of(0x16, 3, 1)],
		['begins a head', Buffer.from('GET / HT')]
	])('hangs up on who %s', async (_, bytes) => {
		const start = performance.now();
		const closed = new Promise((resolve) => {
			const socket = net.connect(product.port, '127.0.0.1', () => socket.write(bytes));
			socket.on('close', resolve).on('error', () => {});
			socket.resume();
		});

		await closed;

		expect(performance.now() - start).toBeLessThan(14_000);
	});
});

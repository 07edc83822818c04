// The file of a paper as readers fetch it: in ranges, by 1.1 and by 2, over slow lines and lines that break.
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PersonId } from '#domain/journal/ids.ts';
import type { PaperRef } from '#domain/meetings/agenda.ts';
import { addPaperCommand } from '#server/documents/commands.ts';
import { receivePaper } from '#server/documents/door.ts';
import { serve } from '#server/live/doors.ts';
import { client } from '#server/platform/db.ts';
import { log } from '#server/platform/log.ts';
import { doorsOpen, until } from '../../support/doors.ts';
import { done, draftOf, who } from '../../support/hall.ts';
import { longPdf } from '../../support/long-pdf.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-paper-file-'));
const bytes = Buffer.from(longPdf({ pages: 40, bytesPerPage: 400_000 }));
let doors: Awaited<ReturnType<typeof doorsOpen>>;
let d: Awaited<ReturnType<typeof draftOf>>;
let paper: PaperRef;

beforeAll(() => void (process.env.NGHISU_DATA = folder));
beforeEach(async () => {
	doors = await doorsOpen();
	d = await draftOf(1);
	const coming = (async function* () {
		yield bytes;
	})();
	const file = await receivePaper(who(d.ha), d.meeting, { bytes: coming, promised: bytes.length });
	const named = { item: d.items[0]?.id, symbol: '313/TTr-UBND', title: 'Dự toán ngân sách' };
	done(
		await addPaperCommand.run(who(d.ha), {
			meeting: d.meeting,
			version: d.version,
			...named,
			hash: done(file).hash
		})
	);
	const added = (await d.page()).agenda[0]?.papers[0];
	if (!added) throw new Error('the paper lies on its item');
	paper = added;
});
afterEach(() => doors.close());
afterAll(async () => {
	await client.end();
	fs.rmSync(folder, { recursive: true });
});

const at = () => `/meetings/${d.meeting}/papers/${paper.paper}/${paper.version}/file`;
const cookie = (person: PersonId = d.ha) => `sign-in=${person}`;
type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer };
const get = (headers: http.OutgoingHttpHeaders = {}, method = 'GET') =>
	new Promise<Answer>((resolve, reject) => {
		const options = { port: doors.port, path: at(), method, headers: { cookie: cookie(), ...headers } };
		const req = http.request(options, (res) => {
			const chunks: Buffer[] = [];
			res.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
			res.on('end', () =>
				resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) })
			);
		});
		req.on('error', reject).end();
	});
/** How often this process holds the paper's file open. */
const held = () =>
	fs.readdirSync('/proc/self/fd').filter((fd) => {
		try {
			return fs.readlinkSync(`/proc/self/fd/${fd}`).endsWith(paper.hash.slice(2));
		} catch {
			return false; // closed meanwhile
		}
	}).length;

describe('a range of a paper', () => {
	test.each([
		['bytes=0-65535', 0, 65_535],
		['bytes=1000000-1000000', 1_000_000, 1_000_000],
		[`bytes=${bytes.length - 10}-`, bytes.length - 10, bytes.length - 1],
		['bytes=-22', bytes.length - 22, bytes.length - 1],
		[`bytes=-${bytes.length + 5}`, 0, bytes.length - 1],
		[`bytes=5-${bytes.length + 5}`, 5, bytes.length - 1]
	])('%s is those bytes and no other', async (range, start, end) => {
		const answer = await get({ range });

		expect([answer.status, answer.headers['content-range']]).toEqual([
			206,
			`bytes ${start}-${end}/${bytes.length}`
		]);
		expect(answer.headers['content-length']).toBe(String(end - start + 1));
		expect(answer.body.equals(bytes.subarray(start, end + 1))).toBe(true);
	});

	test.each([`bytes=${bytes.length}-`, 'bytes=-0'])('%s lies beyond the end', async (range) => {
		const answer = await get({ range });

		expect([answer.status, answer.headers['content-range']]).toEqual([416, `bytes */${bytes.length}`]);
	});

	test.each(['bytes=9-5', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])(
		'%s is none that can be read: the whole is sent',
		async (range) => {
			const { status, body } = await get({ range });

			expect([status, body.length]).toEqual([200, bytes.length]);
		}
	);

	test('meant for other bytes is answered with the whole; for these, with the range', async () => {
		const range = 'bytes=0-9';
		const { etag = '' } = (await get({ range })).headers;

		expect(etag).toBe(`"${paper.hash}"`);
		expect((await get({ range, 'if-range': etag })).status).toBe(206);
		for (const other of [`W/${etag}`, '"other"', 'Tue, 24 Nov 2026 00:00:00 GMT'])
			expect((await get({ range, 'if-range': other })).status).toBe(200);
		expect((await get({ 'if-none-match': `"other", ${etag}` })).status).toBe(304);
	});

	test('asked for by HEAD is the head of the whole', async () => {
		const { status, headers, body } = await get({ range: 'bytes=0-9' }, 'HEAD');

		expect([status, headers['content-length'], headers['accept-ranges']]).toEqual([
			200,
			String(bytes.length),
			'bytes'
		]);
		expect(body).toHaveLength(0);
	});

	test('is for those who may read the paper, asked each time', async () => {
		const range = 'bytes=10-19';

		expect((await get({ range })).status).toBe(206);
		expect((await get({ range, cookie: cookie(d.stranger) })).status).toBe(403);
		expect((await get({ range, cookie: '' })).status).toBe(401);
	});
});

describe('a reader of a paper', () => {
	test('who goes away in mid-range leaves no open file and no fault', async () => {
		const faults = vi.spyOn(log, 'error');
		const gone = await Promise.all(
			Array.from({ length: 5 }, () => {
				return new Promise<http.IncomingMessage>((resolve, reject) => {
					const options = { port: doors.port, path: at(), headers: { cookie: cookie() } };
					http.get(options, (res) => res.once('readable', () => resolve(res))).on('error', reject);
				});
			})
		);
		expect(held()).toBe(5);

		for (const res of gone) res.destroy();

		await until(() => held() === 0);
		expect(faults).not.toHaveBeenCalled();
		faults.mockRestore();
	});

	test('who is slow has no more read ahead for him than what is on its way', async () => {
		const slow = await Promise.all(
			Array.from({ length: 20 }, () => {
				return new Promise<http.IncomingMessage>((resolve, reject) => {
					const options = { port: doors.port, path: at(), headers: { cookie: cookie() }, agent: false };
					http.get(options, resolve).on('error', reject);
				});
			})
		);
		const before = process.memoryUsage().arrayBuffers;

		const answer = await get({ range: 'bytes=0-999999' });

		expect(answer.body.equals(bytes.subarray(0, 1_000_000))).toBe(true);
		// read ahead whole it would be twenty papers; what is collected when is the engine's affair
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * bytes.length);
		for (const res of slow) res.destroy();
		await until(() => held() === 0);
	});

	test('by HTTP/2 gets ranges, and may drop one while others go on', async () => {
		const server = http2.createServer(
			(req, res) => void serve(req as unknown as http.IncomingMessage, res as unknown as http.ServerResponse)
		);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const session = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		const ask = (range: string) => session.request({ ':path': at(), cookie: cookie(), range });

		const dropped = ask('bytes=0-');
		await new Promise((resolve) => dropped.once('data', resolve));
		dropped.close(http2.constants.NGHTTP2_CANCEL);
		const kept = ask('bytes=100-2000099');
		const chunks: Buffer[] = [];
		for await (const chunk of kept) chunks.push(chunk);

		expect(Buffer.concat(chunks).equals(bytes.subarray(100, 2_000_100))).toBe(true);
		await until(() => held() === 0);
		await new Promise<void>((resolve) => session.close(resolve));
		await new Promise<void>((resolve) => void server.close(() => resolve()));
	});
});

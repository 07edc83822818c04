// Papers of a draft through the doors that browsers use: in as a file, onto the agenda by a command, out in ranges.
import { createCipheriv } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mostPaperBytes, type ReceivedFile } from '#domain/documents/paper.ts';
import type { PersonId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import {
	addPaperCommand,
	keepFile,
	putPaperBackCommand,
	removePaperCommand,
	replacePaper
} from '#server/documents/commands.ts';
import { receivePaper } from '#server/documents/door.ts';
import { mayAddPaper } from '#server/documents/queries.ts';
import { callMeeting } from '#server/live/call.ts';
import { readPaper } from '#server/live/papers.ts';
import { approveAgenda, submitAgenda } from '#server/meetings/drafting.ts';
import { changeParticipants } from '#server/meetings/parts.ts';
import { client } from '#server/platform/db.ts';
import { doorsOpen } from '../../support/doors.ts';
import { done, draftOf, who } from '../../support/hall.ts';
import { smallPdf } from '../../support/small-pdf.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-papers-'));
let doors: Awaited<ReturnType<typeof doorsOpen>>;
let d: Awaited<ReturnType<typeof draftOf>>;
beforeAll(() => void (process.env.NGHISU_DATA = folder));
beforeEach(async () => {
	doors = await doorsOpen();
	d = await draftOf(2);
});
afterEach(() => doors.close());
afterAll(async () => {
	await client.end();
	fs.rmSync(folder, { recursive: true });
});

type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer };
const asked = (method: string, at: string, headers: http.OutgoingHttpHeaders, body?: Uint8Array) =>
	new Promise<Answer>((resolve, reject) => {
		const options = { host: '127.0.0.1', port: doors.port, method, path: at, headers };
		const req = http.request(options, (res) => {
			const chunks: Buffer[] = [];
			res
				.on('data', (chunk) => chunks.push(chunk))
				.on('end', () =>
					resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) })
				);
		});
		req.on('error', reject).end(body);
	});
const cookie = (person: PersonId | null) => (person ? { cookie: `sign-in=${person}` } : {});
const sent = (bytes: Uint8Array, by: PersonId | null = d.ha, meeting = d.meeting, from = doors.origin) =>
	asked(
		'POST',
		`/meetings/${meeting}/papers`,
		{ ...cookie(by), origin: from, 'content-length': bytes.length },
		bytes
	);
const said = ({ body }: Answer) => JSON.parse(body.toString());
const received = async (...lines: string[]): Promise<ReceivedFile> => said(await sent(smallPdf(lines)));

const [first, second] = [() => d.items[0]?.id, () => d.items[1]?.id];
const title = 'Tờ trình về dự toán ngân sách';
async function added(lines = ['Sheet 1', 'Sheet 2'], item = first(), by = d.ha) {
	const { hash } = await received(...lines);
	const { version } = await d.page();
	const paper = { meeting: d.meeting, version, item, symbol: '313/TTr-UBND', title, hash };
	done(await addPaperCommand.run(who(by), paper));
	const on = (await d.page()).agenda.find(({ id }) => id === item)?.papers.at(-1);
	if (!on) throw new Error('the paper lies on its item');
	return on;
}
const stored = () =>
	fs
		.readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(path.join(folder, 'files'), path.join(entry.parentPath, entry.name)));

describe('a file for a paper', () => {
	test('is stored under its hash, and said to have its pages', async () => {
		const bytes = smallPdf(['Sheet 1', 'Sheet 2', 'Sheet 3']);

		const answer = await sent(bytes);

		const { hash, pages, sizeBytes } = said(answer);
		expect([answer.status, pages, sizeBytes]).toEqual([200, 3, bytes.length]);
		expect(fs.readFileSync(path.join(folder, 'files', hash.slice(0, 2), hash.slice(2)))).toEqual(
			Buffer.from(bytes)
		);
		expect(stored().filter((name) => name.startsWith('incoming'))).toEqual([]);
	});

	const junk = Buffer.from('Đây không phải là một tệp PDF.');
	const torn = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 7)]);
	test.each([
		['that is empty', new Uint8Array(), 'paperEmpty'],
		['that is no PDF', junk, 'paperNotPdf'],
		['that only begins as a PDF', torn, 'paperBroken'],
		['that asks for a password', lockedPdf(), 'paperEncrypted']
	])('%s is refused, and nothing of it stays', async (_, bytes, code) => {
		const before = fs.existsSync(path.join(folder, 'files')) ? stored() : [];

		const answer = await sent(bytes);

		expect([answer.status, said(answer)]).toEqual([422, { code }]);
		expect(stored()).toEqual(before);
	});

	test('over the limit is refused before it is read, and while it comes where nothing was promised', async () => {
		const promised = await receivePaper(who(d.ha), d.meeting, {
			bytes: Readable.from([]),
			promised: mostPaperBytes + 1
		});
		const part = Buffer.alloc(20 * 1024 * 1024);
		const unsaid = await receivePaper(who(d.ha), d.meeting, {
			bytes: Readable.from(Array.from({ length: 6 }, () => part)),
			promised: null
		});

		const code = 'paperTooLarge';
		expect([promised, unsaid]).toEqual([
			refuse({ code, most: mostPaperBytes }),
			refuse({ code, most: mostPaperBytes })
		]);
		expect(stored().filter((name) => name.startsWith('incoming'))).toEqual([]);
	});

	test('that came short of what was promised is refused', async () => {
		const bytes = smallPdf(['Sheet 1']);
		const short = await receivePaper(who(d.ha), d.meeting, {
			bytes: Readable.from([bytes]),
			promised: bytes.length + 1
		});

		expect(short).toEqual(refuse({ code: 'paperUnfinished' }));
	});

	test('comes from whoever prepares this meeting, from our own page, before it is called', async () => {
		const bytes = smallPdf(['Sheet 1']);
		const delegate = d.delegate[0]?.person ?? d.stranger;

		for (const by of [d.cuong.person, delegate, d.nhan, d.stranger])
			expect((await sent(bytes, by)).status).toBe(403);
		expect((await sent(bytes, null)).status).toBe(401);
		expect((await sent(bytes, d.ha, d.meeting, 'https://elsewhere.example')).status).toBe(403);
		expect((await sent(bytes, (await draftOf(1)).ha)).status).toBe(403);
		expect(await mayAddPaper.run(who(d.cuong.person), { meeting: d.meeting })).toEqual(
			refuse({ code: 'notAllowed' })
		);

		done(await submitAgenda.run(who(d.ha), d));
		done(await approveAgenda.run(who(d.cuong.person), d));
		done(await callMeeting.run(who(d.ha), d));
		const late = await sent(bytes);
		expect([late.status, said(late)]).toEqual([409, { code: 'alreadyCalled' }]);
	});
});

describe('a paper', () => {
	test('added to an item makes the next version of the draft, and takes submission and approval away', async () => {
		done(await submitAgenda.run(who(d.ha), d));
		done(await approveAgenda.run(who(d.cuong.person), d));

		const paper = await added();

		expect(paper).toMatchObject({ version: 1, symbol: '313/TTr-UBND', title, pages: 2 });
		expect(await d.page()).toMatchObject({ version: d.version + 1, submitted: null, approved: null });
	});

	test('keeps its name in NFC, of up to 300 signs', async () => {
		const { hash } = await received('Sheet 1');
		const paper = { meeting: d.meeting, version: d.version, item: first(), hash };

		const long = await addPaperCommand.run(who(d.ha), { ...paper, title: 'ờ'.repeat(301) });
		expect(long).toEqual(refuse({ code: 'inputInvalid', fields: { title: 'max_length' } }));
		done(await addPaperCommand.run(who(d.ha), { ...paper, title: ` ${'ờ'.repeat(300)}\n`.normalize('NFD') }));

		expect((await d.page()).agenda[0]?.papers[0]?.title).toBe('ờ'.repeat(300).normalize('NFC'));
	});

	test('replaced is its second version at the same place', async () => {
		const [paper, other] = [await added(), await added(['Other'])];
		const { hash } = await received('Sheet 1', 'Sheet 2, changed');
		const { version } = await d.page();

		const replacing = { meeting: d.meeting, version, paper: paper.paper, symbol: '', title: 'Lần 2', hash };
		done(await replacePaper.run(who(d.ha), replacing));

		const refs = (await d.page()).agenda[0]?.papers.map((one) => [one.paper, one.version]);
		expect(refs).toEqual([
			[paper.paper, 2],
			[other.paper, 1]
		]);
	});

	test('removed is put back to its place, with its votes and its version', async () => {
		const [paper] = [await added(), await added(['Other'])];
		const at = async () => ({ meeting: d.meeting, version: (await d.page()).version, paper: paper.paper });
		done(await removePaperCommand.run(who(d.ha), await at()));
		expect((await d.page()).agenda[0]?.papers).toHaveLength(1);

		done(await putPaperBackCommand.run(who(d.ha), { ...(await at()), item: first(), at: 0 }));

		expect((await d.page()).agenda[0]?.papers[0]).toEqual(paper);
		const twice = await putPaperBackCommand.run(who(d.ha), { ...(await at()), item: second(), at: 0 });
		expect(twice).toEqual(refuse({ code: 'paperTwice' }));
	});

	test('is made only of a file that was received for this very meeting', async () => {
		const elsewhere = await draftOf(1);
		const { hash } = said(await sent(smallPdf(['Secret']), elsewhere.ha, elsewhere.meeting));
		const paper = { meeting: d.meeting, version: d.version, item: first(), title, hash };

		expect(await addPaperCommand.run(who(d.ha), paper)).toEqual(refuse({ code: 'fileUnknown' }));
		expect(await addPaperCommand.run(who(elsewhere.ha), paper)).toEqual(refuse({ code: 'notAllowed' }));
		const claim = { meeting: d.meeting, hash, pages: 1, sizeBytes: 1 };
		expect(await keepFile.run(who(d.cuong.person), claim)).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('of a draft changed meanwhile is refused, and its file needs not come again', async () => {
		const { hash } = await received('Sheet 1');
		await added(['Other']);
		const paper = { meeting: d.meeting, version: d.version, item: first(), title, hash };

		const late = await addPaperCommand.run(who(d.ha), paper);
		expect(late).toEqual(refuse({ code: 'changedMeanwhile', version: d.version + 1 }));
		done(await addPaperCommand.run(who(d.ha), { ...paper, version: d.version + 1 }));
	});

	test('lies once on an item', async () => {
		const paper = await added();
		const { version } = await d.page();
		const again = { meeting: d.meeting, version, item: first(), title, hash: paper.hash };

		expect(await addPaperCommand.run(who(d.ha), again)).toEqual(refuse({ code: 'paperTwice' }));
	});
});

describe('reading a paper', () => {
	const fileOf = ({ paper, version }: { paper: string; version: number }, meeting = d.meeting) =>
		`/meetings/${meeting}/papers/${paper}/${version}/file`;

	test('gives its bytes whole or in ranges, to be asked about each time', async () => {
		const bytes = Buffer.from(smallPdf(['Sheet 1', 'Sheet 2']));
		const at = fileOf(await added());
		const get = (headers = {}) => asked('GET', at, { ...cookie(d.ha), ...headers });

		const whole = await get();
		expect([whole.status, whole.body.equals(bytes)]).toEqual([200, true]);
		expect(whole.headers).toMatchObject({
			'content-type': 'application/pdf',
			'cache-control': 'private, no-cache',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': 'inline'
		});
		const part = await get({ range: 'bytes=5-9' });
		expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 5-9/${bytes.length}`]);
		expect(part.body.equals(bytes.subarray(5, 10))).toBe(true);
		expect((await get({ range: 'bytes=-4' })).body.equals(bytes.subarray(-4))).toBe(true);
		expect((await get({ range: `bytes=${bytes.length}-` })).status).toBe(416);
		expect((await get({ 'if-none-match': whole.headers.etag })).status).toBe(304);
	});

	test('of a draft is for its chair and its secretaries', async () => {
		const at = fileOf(await added());
		const statusFor = async (by: PersonId | null) => (await asked('GET', at, cookie(by))).status;

		for (const by of [d.ha, d.lien.person, d.cuong.person]) expect(await statusFor(by)).toBe(200);
		expect(await statusFor(d.delegate[0]?.person ?? d.stranger)).toBe(404);
		expect(await statusFor(d.stranger)).toBe(403);
		expect(await statusFor(null)).toBe(401);
	});

	test('is for everybody called once the meeting is, in the version that lies on the agenda', async () => {
		const old = await added();
		const { hash } = await received('Sheet 1', 'changed');
		const replacing = {
			meeting: d.meeting,
			version: (await d.page()).version,
			paper: old.paper,
			title,
			hash
		};
		done(await replacePaper.run(who(d.ha), replacing));
		const other = await draftOf(1);
		const seen = { meeting: d.meeting, version: (await d.page()).version };
		done(await submitAgenda.run(who(d.ha), seen));
		done(await approveAgenda.run(who(d.cuong.person), seen));
		done(await callMeeting.run(who(d.ha), seen));
		const delegate = d.delegate[0]?.person ?? d.stranger;
		const read = (by: PersonId, version: number, meeting = d.meeting) =>
			readPaper.run(who(by), { meeting, paper: old.paper, version });

		expect(done(await read(delegate, 2))).toMatchObject({ hash });
		expect(await read(delegate, 1)).toEqual(refuse({ code: 'paperUnknown' }));
		expect(await read(d.stranger, 2)).toEqual(refuse({ code: 'notAllowed' }));
		expect(await read(other.ha, 2, other.meeting)).toEqual(refuse({ code: 'paperUnknown' }));
	});

	test('of a closed item is for those who see inside', async () => {
		const paper = await added(['Closed'], second());
		const inspecting = { person: d.nhan, roles: ['inspector'], seat: null };
		const parts = { meeting: d.meeting, version: (await d.page()).version, parts: [inspecting] };
		done(await changeParticipants.run(who(d.ha), parts));
		const seen = { meeting: d.meeting, version: (await d.page()).version };
		done(await submitAgenda.run(who(d.ha), seen));
		done(await approveAgenda.run(who(d.cuong.person), seen));
		done(await callMeeting.run(who(d.ha), seen));
		const read = (by: PersonId) => readPaper.run(who(by), { meeting: d.meeting, ...paper });

		for (const by of [d.delegate[0]?.person ?? d.stranger, d.cuong.person]) done(await read(by));
		expect(await read(d.nhan)).toEqual(refuse({ code: 'paperUnknown' }));
	});

	test('whose file is gone says so', async () => {
		const paper = await added(['Gone']);
		fs.rmSync(path.join(folder, 'files', paper.hash.slice(0, 2), paper.hash.slice(2)));

		const answer = await asked('GET', fileOf(paper), cookie(d.ha));
		expect([answer.status, said(answer)]).toEqual([404, { code: 'paperGone' }]);
	});
});

/** A PDF that names a password handler whose check no empty password passes. */
function lockedPdf(): Uint8Array {
	const junk = createCipheriv('aes-128-ecb', Buffer.alloc(16, 1), null)
		.update(Buffer.alloc(64))
		.toString('hex');
	const [owner, user] = [junk.slice(0, 64), junk.slice(64, 128)];
	const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner}> /U <${user}> /P -4 >> /ID [<00> <00>]`;
	return Buffer.from(
		Buffer.from(smallPdf(['Sheet 1']))
			.toString('latin1')
			.replace('trailer\n<<', `trailer\n<< ${encrypt}`),
		'latin1'
	);
}

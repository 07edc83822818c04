// Files that prove a report, in and out. In: written to the disk while they are read, then looked at. Which report a file
// belongs to is said by the report's own form.
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { mostReportBytes, reportTypes, typeOfFile, type ReportFileRefusal } from '#domain/followup/file.ts';
import { mayReport } from '#domain/followup/task.ts';
import type { TaskId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { deskCommand, query } from '#server/platform/desk.ts';
import { discard, keep, pathOfFile, receive, type Incoming } from '#server/platform/files.ts';
import { idOf, wholeNumber } from '#server/platform/input.ts';
import { statusOf } from '#server/platform/refusal.ts';
import { actingOf, actorForTask } from './actor.ts';
import { heldTask, maySee, receivedFor } from './queries.ts';
import { taskFiles } from './tables.ts';

const hash = v.custom<Hash>((given) => typeof given === 'string' && /^[0-9a-f]{64}$/.test(given));
const task = idOf<TaskId>();

/** Whether somebody may add a file to a report: asked before a byte of it is read. */
export const mayAddReportFile = query({
	name: 'followup.mayAddFile',
	needs: 'followup.report',
	input: v.object({ task }),
	actor: actorForTask,
	async work(tx, { input, by }) {
		const row = await heldTask(tx, input.task);
		if (!row || !maySee(by, row)) return refuse({ code: 'notFound' });
		return mayReport(row, actingOf(by)) ? ok(null) : refuse({ code: 'taskNotYours' });
	}
});

/** Notes a file whose bytes are stored: what the door does after it. */
export const keepReportFile = deskCommand({
	name: 'followup.keepFile',
	needs: 'followup.report',
	input: v.object({ task, hash, type: v.picklist(reportTypes), sizeBytes: wholeNumber }),
	actor: actorForTask,
	async work(tx, { input, by, at }) {
		const row = await heldTask(tx, input.task);
		if (!row || !mayReport(row, actingOf(by))) return refuse({ code: 'taskNotYours' });
		await tx
			.insert(taskFiles)
			.values({ ...input, by: by.person, at: new Date(at) })
			.onConflictDoNothing();
		return ok({ hash: input.hash });
	}
});

type Coming = { readonly bytes: AsyncIterable<Uint8Array>; readonly promised: number };
/** Receives a file for a task's report. */
export async function receiveReportFile(
	who: SignedIn,
	id: unknown,
	{ bytes, promised }: Coming
): Promise<Result<{ readonly hash: Hash }, Refusal>> {
	const may = await mayAddReportFile.run(who, { task: id });
	if (!may.ok) return may;
	const incoming = promised > mostReportBytes ? null : await receive(bytes, mostReportBytes);
	if (!incoming) return refuse({ code: 'reportFileTooLarge', most: mostReportBytes });
	try {
		const type = await typeOf(incoming, promised);
		if (!type.ok) return type;
		await keep(incoming);
		const { hash, sizeBytes } = incoming;
		return await keepReportFile.run(who, { task: id, hash, sizeBytes, type: type.value });
	} finally {
		await discard(incoming.path);
	}
}

async function typeOf(
	{ path, sizeBytes }: Incoming,
	promised: number
): Promise<Result<string, ReportFileRefusal>> {
	if (promised !== sizeBytes) return refuse({ code: 'reportFileUnfinished' });
	if (sizeBytes === 0) return refuse({ code: 'reportFileEmpty' });
	const handle = await fs.open(path);
	try {
		const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0);
		const type = typeOfFile(buffer);
		return type ? ok(type) : refuse({ code: 'reportFileType' });
	} finally {
		await handle.close();
	}
}

/** A file of a task, for whoever may look at the task. */
export const reportFile = query({
	name: 'followup.file',
	needs: 'followup.read',
	input: v.object({ task, file: hash }),
	actor: actorForTask,
	async work(tx, { input, by }) {
		const row = await heldTask(tx, input.task);
		const found = row && maySee(by, row) ? await receivedFor(tx, row.id, input.file) : null;
		return found ? ok(found) : refuse({ code: 'notFound' });
	}
});

type Found = { readonly hash: Hash; readonly type: string; readonly sizeBytes: number };
/** The bytes of a file for a browser: by the type that was found when it came, never kept between us and the reader. */
export const fileResponse = ({ hash: file, type, sizeBytes }: Found): Response =>
	new Response(Readable.toWeb(createReadStream(pathOfFile(file))) as ReadableStream<Uint8Array>, {
		headers: {
			'content-type': type,
			'content-length': String(sizeBytes),
			'content-disposition': 'inline',
			'content-security-policy': "sandbox; default-src 'none'",
			'cache-control': 'no-store'
		}
	});

/** Answers a request that brings a file. */
export async function answerFile(
	who: SignedIn | null,
	id: unknown,
	{ body, headers }: Request
): Promise<Response> {
	const said = (result: Result<unknown, Refusal>) =>
		Response.json(result.ok ? result.value : result.refusal, {
			status: result.ok ? 200 : statusOf(result.refusal)
		});
	if (!who) return said(refuse({ code: 'notSignedIn' }));
	const promised = Number(headers.get('content-length') ?? Number.NaN);
	const bytes = body ?? Readable.from([]);
	return said(await receiveReportFile(who, id, { bytes: bytes as AsyncIterable<Uint8Array>, promised }));
}

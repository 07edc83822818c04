// Whether a file is a PDF that can be opened: its beginning is looked at first, then pdf.js opens it in a thread.
import fs from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PaperRefusal } from '#domain/documents/paper.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

const longestMs = 60_000;
const limits = { maxOldGenerationSizeMb: 1024 };
/** A PDF begins within its first kilobyte (ISO 32000, annex H). */
const beginsWithin = 1024;

type Said = { readonly pages: number } | { readonly failed: string };

/** How many pages a stored file has; refused with what is wrong with it. */
export async function pagesOfPdf(file: string): Promise<Result<number, PaperRefusal>> {
	if (!(await looksLikePdf(file))) return refuse({ code: 'paperNotPdf' });
	const said = await openedInThread(file);
	if ('pages' in said) return said.pages > 0 ? ok(said.pages) : refuse({ code: 'paperBroken' });
	return refuse({ code: said.failed === 'PasswordException' ? 'paperEncrypted' : 'paperBroken' });
}

async function looksLikePdf(file: string): Promise<boolean> {
	const handle = await fs.open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginsWithin), 0, beginsWithin, 0);
		return buffer.subarray(0, bytesRead).includes('%PDF-');
	} finally {
		await handle.close();
	}
}

function openedInThread(file: string): Promise<Said> {
	const thread = new Worker(path.resolve('pdf/worker.mjs'), {
		workerData: { file },
		resourceLimits: limits,
		stdout: true,
		stderr: true
	});
	return new Promise<Said>((resolve) => {
		const late = setTimeout(() => resolve({ failed: 'late' }), longestMs);
		thread.once('message', resolve);
		thread.once('error', () => resolve({ failed: 'thread' })); // out of memory: the file asks for too much
		thread.once('exit', () => (clearTimeout(late), resolve({ failed: 'exit' })));
	}).finally(() => void thread.terminate());
}

// Pages out of data, by Typst in a worker thread. The thread is started with the first page and does not keep the
// process alive; templates and fonts are plain files of the installation, found from where it was started.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AnyRecordContent, PaperContent } from '#domain/records/content.ts';
import { prepared, type Field } from '#domain/records/signing/fields.ts';
import { canonicalBytes } from '#lib/canonical-json.ts';
import type { Instant } from '#lib/time.ts';
import { qrSvg } from '#server/platform/qr-image.ts';

type Job = {
	readonly template: 'minutes' | 'resolution' | 'paper' | 'appearance';
	readonly data: Uint8Array;
	readonly qr: string | null;
	readonly tagged: boolean;
	readonly atSeconds: number;
};
type Slot = {
	readonly field: string;
	readonly page: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};
type Typeset = { readonly pdf: Uint8Array; readonly pages: number; readonly slots: readonly Slot[] };
type Answer = { readonly id: number; readonly done?: Typeset; readonly failed?: string };
type Waiting = { readonly done: (typeset: Typeset) => void; readonly failed: (error: Error) => void };

const A4_HEIGHT = 841.89;
const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let lastId = 0;

function startWorker(): Worker {
	const folder = path.resolve('typst');
	const fonts = path.resolve('static/fonts/tinos');
	const started = new Worker(path.join(folder, 'worker.mjs'), { workerData: { folder, fonts } });
	started.on('message', ({ id, done, failed }: Answer) => {
		const asked = waiting.get(id);
		waiting.delete(id);
		if (waiting.size === 0) started.unref();
		if (done) asked?.done(done);
		else asked?.failed(new Error(failed));
	});
	started.on('error', (error) => {
		worker = null; // the next page starts another
		for (const asked of waiting.values()) asked.failed(error);
		waiting.clear();
	});
	return started;
}

function typeset(job: Job): Promise<Typeset> {
	const thread = (worker ??= startWorker());
	const id = ++lastId;
	thread.ref();
	return new Promise((done, failed) => {
		waiting.set(id, { done, failed });
		thread.postMessage({ ...job, id });
	});
}

export type Page = { readonly bytes: Uint8Array; readonly pages: number; readonly fields: readonly Field[] };

/** A record's file before its first signature: PDF/A-3a, PDF/UA-1, data attached, its signature fields empty. */
export async function typesetRecord(content: AnyRecordContent, at: Instant): Promise<Page> {
	const { pdf, pages, slots } = await typeset({
		template: content.schema === 'nghisu.minutes/1' ? 'minutes' : 'resolution',
		data: canonicalBytes(content),
		qr: await qrSvg(content.verify.url),
		tagged: true,
		atSeconds: Math.floor(at / 1000)
	});
	const fields = content.signers.map((signer) => fieldAt(signer.field, signer.capacity, slots));
	return { bytes: prepared(pdf, fields), pages, fields };
}

/** A meeting paper: PDF/A-3a and PDF/UA-1, tagged, nothing to sign. The same content gives the same bytes. */
export async function typesetPaper(content: PaperContent): Promise<Uint8Array> {
	const { year, month, day } = content.date;
	const atSeconds = Date.UTC(year, month - 1, day) / 1000;
	const data = canonicalBytes(content);
	return prepared((await typeset({ template: 'paper', data, qr: null, tagged: true, atSeconds })).pdf, []);
}

export type Appearance = {
	readonly kind: 'person' | 'seal';
	readonly name: string;
	/** ISO 8601 with its zone, as Decree 30 wants the time of a signature shown. */
	readonly time: string;
	readonly width: number;
	readonly height: number;
	readonly trial: boolean;
};

/** What will be seen in a field, as a page of the field's size. */
export async function typesetAppearance(appearance: Appearance): Promise<Uint8Array> {
	const data = canonicalBytes(appearance);
	return (await typeset({ template: 'appearance', data, qr: null, tagged: false, atSeconds: 0 })).pdf;
}

function fieldAt(name: string, label: string, slots: readonly Slot[]): Field {
	const slot = slots.find((one) => one.field === name);
	if (!slot) throw new Error(`the page has no place for the signature ${name}`);
	const top = rounded(A4_HEIGHT - slot.y);
	const left = rounded(slot.x);
	const box = [left, rounded(top - slot.height), rounded(left + slot.width), top] as const;
	return { name, label, page: slot.page - 1, box };
}
const rounded = (points: number) => Math.round(points * 100) / 100;

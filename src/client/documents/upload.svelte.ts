// One file on its way to the papers of a meeting. It is sent at once; what it is called is typed meanwhile.
import type { MeetingId } from '#domain/journal/ids.ts';
import { mostPaperBytes, type ReceivedFile } from '#domain/documents/paper.ts';
import type { Refusal } from '#lib/result.ts';

const noticedMs = 1_000;
export type UploadState =
	| { readonly state: 'sending'; readonly part: number }
	| { readonly state: 'received'; readonly file: ReceivedFile }
	| { readonly state: 'refused'; readonly refusal: Refusal };

/** Whether another try with the same file may go well. */
export const mayTryAgain = ({ code }: Refusal) =>
	['notSent', 'paperNotStored', 'paperUnfinished'].includes(code);

/** What can be said of a file before it is sent; null where it may go. */
export function refusedBefore({ size }: { readonly size: number }): Refusal | null {
	if (size === 0) return { code: 'paperEmpty' };
	return size > mostPaperBytes ? { code: 'paperTooLarge' } : null;
}

export class Upload {
	#name = $state.raw('');
	#now = $state.raw<UploadState>({ state: 'sending', part: 0 });
	#slow = $state.raw(false);
	#request: XMLHttpRequest | null = null;
	readonly #meeting: MeetingId;
	#file: File;

	constructor(meeting: MeetingId, file: File) {
		[this.#meeting, this.#file] = [meeting, file];
		this.take(file);
	}
	get name() {
		return this.#name;
	}
	get now() {
		return this.#now;
	}
	/** Whether it takes so long that its progress is worth showing. */
	get slow() {
		return this.#slow;
	}

	/** Takes this file in the place of the one before; what was typed beside it stays. */
	take(file: File) {
		[this.#file, this.#name] = [file, file.name.normalize('NFC')];
		this.start();
	}
	/** Sends the file; again where it could not be sent before. */
	start() {
		const refusal = refusedBefore(this.#file);
		this.#now = refusal ? { state: 'refused', refusal } : { state: 'sending', part: 0 };
		if (refusal) return;
		const noticed = setTimeout(() => (this.#slow = true), noticedMs);
		const request = new XMLHttpRequest();
		this.#request = request;
		request.upload.onprogress = ({ loaded, total }) =>
			(this.#now = { state: 'sending', part: loaded / total });
		request.onloadend = () => {
			clearTimeout(noticed);
			if (this.#request === request) this.#now = answered(request);
		};
		request.open('POST', `/meetings/${this.#meeting}/papers`);
		request.setRequestHeader('content-type', 'application/pdf');
		request.send(this.#file);
	}
	/** Lets it be; what was sent is let go by the server. */
	cancel() {
		const request = this.#request;
		this.#request = null;
		request?.abort();
	}
}

function answered({ status, responseText }: XMLHttpRequest): UploadState {
	if (status === 0) return { state: 'refused', refusal: { code: 'notSent' } };
	if (status === 413 && responseText === '') return { state: 'refused', refusal: { code: 'paperTooLarge' } };
	try {
		const body = JSON.parse(responseText);
		return status === 200 ? { state: 'received', file: body } : { state: 'refused', refusal: body };
	} catch {
		return { state: 'refused', refusal: { code: 'paperNotStored' } }; // an answer that is none of ours
	}
}

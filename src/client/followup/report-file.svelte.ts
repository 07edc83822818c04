// The file that proves a report, on its way: it is sent at once; what was done is written meanwhile.
import { mostReportBytes } from '#domain/followup/file.ts';
import type { TaskId } from '#domain/journal/ids.ts';
import type { Hash } from '#lib/hash.ts';
import type { Refusal } from '#lib/result.ts';

export type ReportFileState =
	| { readonly state: 'sending'; readonly part: number }
	| { readonly state: 'received'; readonly hash: Hash }
	| { readonly state: 'refused'; readonly refusal: Refusal };
const again = ['notSent', 'reportFileUnfinished', 'paperNotStored'];
/** Whether another try with the same file may go well. */
export const mayTryAgain = ({ code }: Refusal) => again.includes(code);

export class ReportFile {
	#now = $state.raw<ReportFileState>({ state: 'sending', part: 0 });
	#request: XMLHttpRequest | null = null;
	readonly #task: TaskId;
	readonly #file: File;
	readonly name: string;

	constructor(task: TaskId, file: File) {
		[this.#task, this.#file, this.name] = [task, file, file.name.normalize('NFC')];
		this.start();
	}
	get now() {
		return this.#now;
	}

	/** Sends the file; again where it could not be sent before. */
	start() {
		const refusal = refusedBefore(this.#file);
		this.#now = refusal ? { state: 'refused', refusal } : { state: 'sending', part: 0 };
		if (refusal) return;
		const request = new XMLHttpRequest();
		this.#request = request;
		request.upload.onprogress = ({ loaded, total }) =>
			(this.#now = { state: 'sending', part: loaded / total });
		request.onloadend = () => {
			if (this.#request === request) this.#now = answered(request);
		};
		request.open('POST', `/tasks/${this.#task}/files`);
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.send(this.#file);
	}
	/** Lets it be; what was sent is let go by the server. */
	cancel() {
		const request = this.#request;
		this.#request = null;
		request?.abort();
	}
}

/** What can be said of a file before it is sent; null where it may go. */
function refusedBefore({ size }: { readonly size: number }): Refusal | null {
	if (size === 0) return { code: 'reportFileEmpty' };
	return size > mostReportBytes ? { code: 'reportFileTooLarge' } : null;
}

function answered({ status, responseText }: XMLHttpRequest): ReportFileState {
	if (status === 0) return { state: 'refused', refusal: { code: 'notSent' } };
	if (status === 413) return { state: 'refused', refusal: { code: 'reportFileTooLarge' } };
	try {
		const body = JSON.parse(responseText);
		return status === 200 ? { state: 'received', hash: body.hash } : { state: 'refused', refusal: body };
	} catch {
		return { state: 'refused', refusal: { code: 'paperNotStored' } }; // an answer that is none of ours
	}
}

// The bytes of a file for one reader, through two buffers that are his until he has all. A read stream makes a new buffer
// for each piece: beside the product's heap, throwing them away cost more than sending did.
import fs, { type FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

const pieceBytes = 128 * 1024;

export type Part = { readonly start: number; readonly end: number };

/** Writes the bytes from `start` to `end`, both included, and ends the response. Who goes away is nobody's fault. */
export async function sendFile(file: string, part: Part, res: ServerResponse): Promise<void> {
	const handle = await fs.open(file);
	try {
		if (await pump(handle, part, res)) res.end();
	} finally {
		await handle.close();
	}
}

/** While one buffer is being sent, the other is filled: none is touched before the socket has let go of it. */
async function pump(handle: FileHandle, { start, end }: Part, res: ServerResponse): Promise<boolean> {
	let [buffer, other] = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)];
	let sent = Promise.resolve(true);
	for (let at = start; at <= end;) {
		const { bytesRead } = await handle.read(buffer, 0, Math.min(pieceBytes, end + 1 - at), at);
		if (bytesRead === 0) throw new Error('the file is shorter than it was');
		if (!(await sent)) return false;
		sent = taken(res, buffer.subarray(0, bytesRead));
		[buffer, other] = [other, buffer];
		at += bytesRead;
	}
	return sent;
}

/** False where the reader has gone. */
function taken(res: ServerResponse, bytes: Uint8Array): Promise<boolean> {
	return new Promise((resolve) => {
		const gone = () => resolve(false);
		res.once('close', gone);
		res.write(bytes, (error) => {
			res.off('close', gone);
			resolve(!error);
		});
	});
}

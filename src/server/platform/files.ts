// Files in the data folder, named by the SHA-256 of their bytes: `files/ab/cdef…`. A file is there whole or not at all:
// it is written beside, brought to the disk, and then renamed.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { settings } from '../../env.ts';
import type { Hash } from '#lib/hash.ts';
import { newId } from './new-id.ts';

const folder = () => path.resolve(settings().NGHISU_DATA, 'files');
const incoming = () => path.join(folder(), 'incoming');
const oldMs = 24 * 3_600_000;

/** Where the bytes with this hash lie. */
export const pathOfFile = (hash: Hash) => path.join(folder(), hash.slice(0, 2), hash.slice(2));

export type Incoming = { readonly path: string; readonly hash: Hash; readonly sizeBytes: number };

/** Writes bytes beside the files as they come; null, and nothing left behind, where there are more than `most`. */
export async function receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Incoming | null> {
	await fs.mkdir(incoming(), { recursive: true, mode: 0o700 });
	await forgetOld();
	const at = path.join(incoming(), newId());
	try {
		const written = await write(bytes, at, most);
		if (!written) await discard(at);
		return written;
	} catch (error) {
		await discard(at);
		throw error;
	}
}

async function write(bytes: AsyncIterable<Uint8Array>, at: string, most: number): Promise<Incoming | null> {
	const handle = await fs.open(at, 'wx', 0o600);
	const hashing = createHash('sha256');
	let sizeBytes = 0;
	try {
		for await (const chunk of bytes) {
			if ((sizeBytes += chunk.length) > most) return null;
			hashing.update(chunk);
			await handle.write(chunk);
		}
		await handle.sync();
		return { path: at, hash: hashing.digest('hex') as Hash, sizeBytes };
	} finally {
		await handle.close();
	}
}

export const discard = (at: string) => fs.rm(at, { force: true });

/** Gives what was received its name; safe where the same bytes are there already. */
export async function keep({ path: from, hash }: Incoming): Promise<void> {
	const to = pathOfFile(hash);
	await fs.mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
	await fs.rename(from, to);
	const parent = await fs.open(path.dirname(to));
	await parent.sync().finally(() => parent.close());
}

/** Half-written files of processes that were cut off. */
async function forgetOld() {
	for (const name of await fs.readdir(incoming())) {
		const at = path.join(incoming(), name);
		const found = await fs.stat(at).catch(() => null); // another process took it away
		if (found && Date.now() - found.mtimeMs > oldMs) await discard(at);
	}
}

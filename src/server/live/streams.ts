// The open streams of this process: written to with a limit, beaten, ended when their sign-in is gone or we stop.
import type { ServerResponse } from 'node:http';
import type { PersonId } from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { goneOf, hashOfToken } from '#server/accounts/sign-ins.ts';
import { clock } from '#server/platform/clock.ts';
import { frame } from './hub.ts';

const slowBytes = 64 * 1024;
const open = new Set<Stream>();
let stopping = false;

export class Stream {
	readonly #res: ServerResponse;
	readonly who: SignedIn | null;
	readonly tokenHash: string | null;
	#longest = 0;

	constructor(res: ServerResponse, { who, token }: { who: SignedIn | null; token: string | undefined }) {
		[this.#res, this.who, this.tokenHash] = [res, who, who && token ? hashOfToken(token) : null];
		res.on('error', () => {}); // a tablet that went away; `close` follows
	}

	/** The first bytes start the stream. A tablet with more waiting than 64 KiB and the longest message is dropped. */
	send(bytes: Buffer) {
		const res = this.#res;
		if (res.destroyed || res.writableEnded) return;
		if (!res.headersSent) this.#start();
		this.#longest = Math.max(this.#longest, bytes.length);
		if (res.writableLength > this.#longest + slowBytes)
			res.destroy(); // it comes back and gets a view
		else res.write(bytes);
	}
	end() {
		this.#res.end();
	}
	/** Also where it was closed meanwhile: nobody may stay in a hub after he has gone. */
	onclose(left: () => void) {
		if (this.#res.destroyed) left();
		else this.#res.on('close', left);
	}

	#start() {
		this.#res.writeHead(200, {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no'
		});
		this.#res.write(`retry: ${500 + Math.floor(Math.random() * 2500)}\n\n`);
		open.add(this);
		this.onclose(() => open.delete(this));
	}
}

export const closing = () => stopping;
/** How many streams a person has here, or whoever is not signed in. */
export const streamsOf = (person: PersonId | null) =>
	[...open].filter(({ who }) => (who?.person ?? null) === person).length;

export function beat() {
	const bytes = frame('beat', { at: clock.now() });
	for (const stream of open) stream.send(bytes);
}

/** Ends the streams of sign-ins that were ended or have run out; to be called every few seconds. */
export async function endGone() {
	const hashes = [...new Set([...open].map(({ tokenHash }) => tokenHash).filter((hash) => hash !== null))];
	const gone = await goneOf(hashes);
	for (const stream of open) if (stream.tokenHash && gone.has(stream.tokenHash)) stream.end();
}

/** Lets the streams go over some seconds, so that not everybody comes back at once; no new one is opened. */
export function closeDoors(overMs = 5000) {
	stopping = true;
	for (const stream of open) setTimeout(() => stream.end(), Math.random() * overMs);
}

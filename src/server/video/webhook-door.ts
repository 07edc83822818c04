// The door at which the video server tells who came, left and published. It comes late, twice or never: whoever listens
// looks for himself what stands.
import type { IncomingMessage } from 'node:http';
import { readVideoEvent, type VideoEvent } from './livekit.ts';

const mostBytes = 64 * 1024;
const remembered = 1_000;

type Listener = (event: VideoEvent) => void;
const listeners = new Set<Listener>();
const known = new Set<string>();

/** Hears every event once, in the order in which they come; the answer ends it. */
export function onVideoEvent(listener: Listener): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** Takes what was posted, and says the status of the answer: 401 for what the server has not signed. */
export async function receiveWebhook(req: IncomingMessage): Promise<200 | 401 | 405 | 413> {
	if (req.method !== 'POST') return 405;
	const body = await textOf(req);
	if (body === null) return 413;
	const event = await readVideoEvent(body, req.headers.authorization ?? '');
	if (!event) return 401;
	if (isNew(event.id)) for (const listener of listeners) listener(event);
	return 200;
}

async function textOf(req: IncomingMessage): Promise<string | null> {
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	for await (const chunk of req) {
		sizeBytes += chunk.length;
		if (sizeBytes > mostBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function isNew(id: string) {
	if (known.has(id)) return false;
	known.add(id);
	const [oldest] = known;
	if (known.size > remembered && oldest !== undefined) known.delete(oldest);
	return true;
}

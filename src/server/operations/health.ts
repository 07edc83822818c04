// Whether this process can do its work: asked by load balancers and by the operator. Says nothing about anybody.
import { sql } from 'drizzle-orm';
import fs from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#server/platform/new-id.ts';
import { inTime, transaction } from '#server/platform/db.ts';
import { videoHealth, type VideoHealth } from '#server/video/livekit.ts';
import { settings } from '../../env.ts';

type Part = { readonly state: 'ok'; readonly ms: number } | { readonly state: 'down' };
export type Health = {
	readonly ok: boolean;
	readonly database: Part;
	readonly files: Part;
	/** Without it the product goes on. */
	readonly video: { readonly state: VideoHealth };
};
const patienceMs = 3_000;

/** Asks the database, writes and reads a file: each within three seconds. */
export async function health(): Promise<Health> {
	const [database, files, video] = await Promise.all([
		measured(askDatabase),
		measured(tryFile),
		videoHealth()
	]);
	const ok = database.state === 'ok' && files.state === 'ok';
	return { ok, database, files, video: { state: video } };
}

async function measured(work: () => Promise<unknown>): Promise<Part> {
	const start = performance.now();
	try {
		await inTime(work(), patienceMs);
		return { state: 'ok', ms: Math.round(performance.now() - start) };
	} catch {
		return { state: 'down' }; // why is in the log of whoever needed it
	}
}

const askDatabase = () => transaction(null, (tx) => tx.execute(sql`select 1`));

async function tryFile() {
	const file = path.join(settings().NGHISU_DATA, `.health-${newId()}`);
	try {
		await fs.writeFile(file, 'ok');
		await fs.readFile(file);
	} finally {
		await fs.rm(file, { force: true });
	}
}

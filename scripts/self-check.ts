// The five lines that the starter prints: what an operator would otherwise find out during a session.
import fs from 'node:fs';
import type { Identity } from './certificates.ts';
import { connectOnce } from './migrate.ts';

const giga = 1024 ** 3;
const leastGiga = 2;
const leastDays = 14;
const mostSkewMs = 2_000;
type Line = { readonly ok: boolean; readonly text: string };
export type Checked = {
	readonly dataFolder: string;
	readonly identity: Identity;
	readonly databaseUrl: string;
	readonly video: { readonly ok: boolean; readonly words: string };
};

/** Disk, clock, certificate, database, video: a sentence each, with a mark. */
export async function selfCheck(on: Checked): Promise<string[]> {
	const { clock, database } = await askDatabase(on.databaseUrl);
	const lines = [disk(on.dataFolder), clock, certificate(on.identity), database, video(on)];
	return lines.map(({ ok, text }) => `${ok ? '✓' : '!'} ${text}`);
}

const video = ({ video: { ok, words } }: Checked): Line => ({ ok, text: `video        ${words}` });

function disk(folder: string): Line {
	const { bavail, bsize } = fs.statfsSync(folder);
	const free = (bavail * bsize) / giga;
	return { ok: free >= leastGiga, text: `disk         ${free.toFixed(1)} GB free for papers and records` };
}

function certificate({ authority, daysLeft }: Identity): Line {
	const by = authority ? 'of our own authority, made anew by itself' : 'that was given (TLS_CERT)';
	return { ok: daysLeft >= leastDays, text: `certificate  ${daysLeft} days left, ${by}` };
}

async function askDatabase(url: string): Promise<{ clock: Line; database: Line }> {
	const sql = connectOnce(url);
	try {
		const start = performance.now();
		const [row] = await sql<{ now: Date; version: string; size: string }[]>`
			select clock_timestamp() as now, current_setting('server_version') as version,
				pg_size_pretty(pg_database_size(current_database())) as size`;
		const tookMs = performance.now() - start;
		const skewMs = row ? Math.abs(row.now.getTime() - Date.now()) : Infinity;
		const local = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
		return {
			clock: {
				ok: skewMs < mostSkewMs,
				text: `clock        ${local} in Hanoi, ${Math.round(skewMs)} ms from the database`
			},
			database: {
				ok: true,
				text: `database     PostgreSQL ${row?.version}, ${row?.size}, answers in ${tookMs.toFixed(0)} ms`
			}
		};
	} finally {
		await sql.end();
	}
}

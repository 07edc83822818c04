// The demo's signed records with all that is needed to check them elsewhere, made from a database of its own: without a
// running server, and without touching the one that may be there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNode } from './child.ts';
import { makeScene } from './demo-scene.ts';
import { finishInstallation } from './installation.ts';
import { atEnd } from './lifetime.ts';
import { fresh } from './migrate.ts';
import { startPostgres } from './postgres.ts';

/** Makes the scene `sealed` and writes its records, the trial root, the list of certificates taken back and the journal. */
export async function exportDemo(to: string): Promise<string> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-export-'));
	const server = await startPostgres({ dir: path.join(folder, 'pg'), fast: true });
	atEnd(async () => {
		await server.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	});
	const { application, owner } = await fresh(server.adminUrl, 'export_demo');
	await makeScene({ NGHISU_DATA: folder }, application, 'sealed');
	await finishInstallation(owner, { demo: true });
	const script = path.join(import.meta.dirname, 'export-records.ts');
	const env = { DATABASE_URL: application, DATABASE_OWNER_URL: '', NGHISU_DATA: folder };
	return runNode([script, to], { env, quiet: true });
}

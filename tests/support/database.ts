// The database of a test run: a PostgreSQL of its own, without fsync, in a folder that goes with it. ADMIN_URL names
// another one instead, such as Debian's 15.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fresh } from '../../scripts/migrate.ts';
import { startPostgres } from '../../scripts/postgres.ts';

export default async function () {
	const given = process.env.ADMIN_URL;
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-test-'));
	const own = given ? null : await startPostgres({ dir: path.join(folder, 'pg'), fast: true });
	const { application, owner } = await fresh(given ?? own?.adminUrl ?? '', `nghisu_test_${process.pid}`);
	process.env.DATABASE_URL = application;
	process.env.DATABASE_OWNER_URL = owner;
	return async () => {
		await own?.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	};
}

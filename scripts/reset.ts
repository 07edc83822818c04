// `npm run reset`: throws the demo away, so that the next start makes it anew. The authority stays: tablets go on trusting.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { settings } from '../src/env.ts';
import { demoAccounts } from './demo-accounts.ts';
import { runningIn } from './lock.ts';

const { values } = parseArgs({ options: { everything: { type: 'boolean', default: false } } });

function reset(): string {
	const { NGHISU_DATA: folder, DATABASE_URL } = settings();
	if (DATABASE_URL) throw new Error('DATABASE_URL is set: that database is not ours to throw away');
	const other = runningIn(folder);
	if (other) throw new Error(`Nghị Sự runs here (process ${other.pid}): end it first`);
	if (!fs.existsSync(folder)) return 'nothing to throw away';
	const unfinished = !fs.existsSync(path.join(folder, 'postgres', 'PG_VERSION'));
	if (!unfinished && demoAccounts(folder).length === 0 && !values.everything)
		throw new Error(`${folder} holds no demo: --everything throws it away nevertheless`);
	for (const entry of fs.readdirSync(folder).filter((name) => name !== 'ca'))
		fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
	return 'thrown away: the next start makes it anew';
}

try {
	process.stdout.write(`${reset()}\n`);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

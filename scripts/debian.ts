// What the tests need besides the packages of npm: Debian's, installed where that is possible.
import fs from 'node:fs';
import { run } from './child.ts';
import { timed } from './say.ts';

type Need = { readonly file: string; readonly debian: string };
const needs: readonly Need[] = [
	{ file: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', debian: 'chromium' },
	{ file: '/usr/bin/openssl', debian: 'openssl' },
	{ file: '/usr/bin/pdfsig', debian: 'poppler-utils' },
	{ file: '/usr/bin/qpdf', debian: 'qpdf' },
	{ file: '/usr/bin/certutil', debian: 'libnss3-tools' },
	{ file: '/usr/lib/postgresql/15/bin/postgres', debian: 'postgresql-15' }
];

/** The programs of Debian's PostgreSQL, against which the server tests run once more. */
export const debianPostgres = '/usr/lib/postgresql/15/bin';

/** Installs what is missing, or fails with a sentence that names it. */
export async function installNeeded(): Promise<void> {
	if (missing().length === 0) return;
	const names = missing().map(({ debian }) => debian);
	if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get'))
		await timed(`apt-get install ${names.join(' ')}`, () => install(names));
	const left = missing().map(({ debian }) => debian);
	if (left.length)
		throw new Error(`the tests need Debian's packages ${left.join(', ')}: apt-get install them`);
}

const missing = () => needs.filter(({ file }) => !fs.existsSync(file));

async function install(names: readonly string[]) {
	const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
	await run('apt-get', ['update', '-qq'], options);
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}

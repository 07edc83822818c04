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

/** The engine of iPads: without it one story is left out, and the run says so. */
const forWebkit: readonly Need[] = [
	{ file: '/usr/bin/WebKitWebDriver', debian: 'webkit2gtk-driver' },
	{ file: '/usr/bin/Xvfb', debian: 'xvfb' }
];

/** Installs what is missing, or fails with a sentence that names it. */
export async function installNeeded(): Promise<void> {
	const wanted = missing([...needs, ...forWebkit]);
	if (wanted.length === 0) return;
	if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get'))
		await timed(`apt-get install ${wanted.join(' ')}`, () => install(wanted));
	const left = missing(needs);
	if (left.length)
		throw new Error(`the tests need Debian's packages ${left.join(', ')}: apt-get install them`);
}

/** Whether the story in WebKit can run here. */
export const hasWebkit = (): boolean => missing(forWebkit).length === 0;

const missing = (some: readonly Need[]) =>
	some.filter(({ file }) => !fs.existsSync(file)).map(({ debian }) => debian);

async function install(names: readonly string[]) {
	const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
	await run('apt-get', ['update', '-qq'], options);
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}

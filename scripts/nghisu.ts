// `npm run nghisu -- …`: the operator's command.
import path from 'node:path';
import { settings } from '../src/env.ts';
import { demoAccounts } from './demo-accounts.ts';
import { exportDemo } from './export-demo.ts';
import { end, endWithParent } from './lifetime.ts';
import { runningIn } from './lock.ts';

const usage = `nghisu accounts          the demo's sign-in names and passwords
nghisu health            whether the running server can do its work
nghisu export-demo DIR   the signed records of the demo, with what proves them
`;

function accounts(): string {
	const all = demoAccounts(settings().NGHISU_DATA);
	if (all.length === 0) throw new Error('there is no demo here: npm start makes one');
	return all
		.map(
			({ signIn, password, name, role }) => `${signIn.padEnd(10)} ${password.padEnd(20)} ${name}, ${role}\n`
		)
		.join('');
}

/** Asks the server that runs here; without one there is nobody to ask. */
async function health(): Promise<string> {
	const running = runningIn(settings().NGHISU_DATA);
	if (!running?.port) throw new Error('no server runs here: npm start');
	const response = await fetch(`http://localhost:${running.port}/healthz`);
	const text = `${JSON.stringify(await response.json(), null, 2)}\n`;
	if (!response.ok) throw new Error(text);
	return text;
}

async function answer([command, folder]: readonly string[]): Promise<string> {
	switch (command) {
		case 'accounts':
			return accounts();
		case 'health':
			return health();
		case 'export-demo':
			if (!folder) throw new Error(usage);
			return exportDemo(path.resolve(folder));
		default:
			throw new Error(usage);
	}
}

endWithParent();
try {
	process.stdout.write(await answer(process.argv.slice(2)));
	await end(0);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	await end(1);
}

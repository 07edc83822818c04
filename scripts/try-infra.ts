// `npm run infra:try`: starts infra/compose.yaml under Docker, asks the product through the proxy, and takes all away again.
import https from 'node:https';
import { randomBytes } from 'node:crypto';
import { run } from './child.ts';
import { atEnd, end, endWithParent } from './lifetime.ts';

const compose = ['compose', '-f', 'infra/compose.yaml', '-p', 'nghisu-try'];
const word = () => randomBytes(12).toString('hex');
const env = {
	OWNER_WORD: word(),
	APPLICATION_WORD: word(),
	LIVEKIT_API_SECRET: word() + word(),
	NODE_IP: '127.0.0.1',
	ORIGIN_NAMES: 'localhost'
};
const docker = (...args: string[]) => run('docker', [...compose, ...args], { env });

/** Whether the product answers through the proxy; its authority was made a moment ago and is trusted by nobody yet. */
const answers = () =>
	new Promise<boolean>((resolve) => {
		https
			.get({ host: 'localhost', path: '/healthz', rejectUnauthorized: false }, (res) => {
				res.resume();
				resolve(res.statusCode === 200);
			})
			.on('error', () => resolve(false));
	});

async function main() {
	const there = await run('docker', ['compose', 'version'], { quiet: true }).catch(() => null);
	if (there?.status !== 0) throw new Error('Docker with its compose is needed for this');
	atEnd(async () => void (await docker('down', '--volumes')));
	const up = await docker('up', '--build', '--wait', '--wait-timeout', '300');
	if (up.status !== 0) throw new Error('the containers do not start');
	if (!(await answers())) throw new Error('the product does not answer through the proxy');
	process.stdout.write('infra: the product answers through the proxy\n');
}

endWithParent();
await main().then(
	() => end(0),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		return end(1);
	}
);

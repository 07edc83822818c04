// `npm start`: from a fresh clone to a running product, safe to repeat. `--dev` serves the sources instead of a build,
// `--scene NAME` says how far the session of the demo has gone (a new demo only).
import path from 'node:path';
import { parseArgs } from 'node:util';
import { settings, type Settings } from '../src/env.ts';
import { buildIfChanged } from './built.ts';
import type { Identity } from './certificates.ts';
import { demoAccounts } from './demo-accounts.ts';
import { ensureDemo, isScene, scenes } from './demo-scene.ts';
import { identityOf, openInstallation, type Installation } from './installation.ts';
import { atEnd, end, endWithParent } from './lifetime.ts';
import { takeLock } from './lock.ts';
import { elapsedMs, say, timed } from './say.ts';
import { selfCheck } from './self-check.ts';
import { serveNextFree } from './serving.ts';
import { openVideo, type Video } from './video.ts';
import { welcome } from './welcome.ts';

const { values } = parseArgs({
	options: { dev: { type: 'boolean', default: false }, scene: { type: 'string' } },
	allowPositionals: true
});

async function main() {
	endWithParent();
	const given = settings();
	const scene = values.scene;
	if (scene !== undefined && !isScene(scene)) throw new Error(`no scene ${scene}: ${scenes.join(', ')}`);
	const lock = takeLock(given.NGHISU_DATA);
	if ('pid' in lock) return alreadyRunning(lock.port, lock.pid);
	atEnd(async () => lock.release());

	if (!values.dev) await buildIfChanged();
	const installation = await timed('database', () => openInstallation(given, say));
	atEnd(() => installation.close());
	await ensureDemo(given, { installation, scene: scene ?? null });
	const identity = await identityOf(given);
	const port = await serveAs(given, { installation, identity });
	lock.tell(port);
	const video = await openVideo(given, port);
	process.stdout.write(await words(given, { installation, identity, port, video }));
}

type On = { readonly installation: Installation; readonly identity: Identity };

/** Vite is loaded only where it serves: a start is a second shorter without it. */
async function serveSources(given: Settings, on: On & { port: number }) {
	const development = await import('./development.ts');
	return development.serveSources(given, on);
}

async function serveAs(given: Settings, { installation, identity }: On): Promise<number> {
	const on = { installation, identity, port: given.PORT };
	const serving = values.dev ? await serveSources(given, on) : await serveNextFree(given, on);
	atEnd(() => serving.close());
	if (serving.port !== given.PORT) say(`port ${given.PORT} is in use: taking ${serving.port}`);
	return serving.port;
}

type Open = On & { readonly port: number; readonly video: Video };
async function words(given: Settings, { installation, identity, port, video }: Open) {
	const checks = await selfCheck({
		dataFolder: path.resolve(given.NGHISU_DATA),
		identity,
		databaseUrl: installation.urls.application,
		video
	});
	return welcome({
		seconds: (elapsedMs() / 1_000).toFixed(1),
		port,
		names: given.ORIGIN_NAMES,
		identity: values.dev ? null : identity,
		checks,
		accounts: demoAccounts(given.NGHISU_DATA).filter(({ shown }) => shown)
	});
}

function alreadyRunning(port: number | null, pid: number) {
	const where = port ? `: http://localhost:${port}` : ', still starting';
	process.stderr.write(`Nghị Sự already runs here (process ${pid})${where}\n`);
	return end(1);
}

await main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	return end(1);
});

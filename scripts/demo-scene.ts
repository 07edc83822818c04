// The demo of a new installation: made once, by the real commands, in a process of its own whose clock is set.
import path from 'node:path';
import type { Settings } from '../src/env.ts';
import { runNode } from './child.ts';
import { finishInstallation, type Installation } from './installation.ts';
import { timed } from './say.ts';

export const scenes = ['people', 'called', 'opened', 'discussing', 'voteOpen', 'ended', 'sealed'] as const;
export type Scene = (typeof scenes)[number];
export const isScene = (text: string): text is Scene => scenes.some((scene) => scene === text);
const usual: Scene = 'called';

export type Making = { readonly installation: Installation; readonly scene: Scene | null };

/** Fills a new installation with the demo where the settings want one; later starts leave everything as it is. */
export async function ensureDemo(given: Settings, { installation, scene }: Making): Promise<void> {
	const { isNew, embedded, urls } = installation;
	if (!isNew) {
		if (scene) throw new Error(`the demo stands already: --scene ${scene} needs \`npm run reset\` first`);
		return;
	}
	const wanted = (given.NGHISU_DEMO ?? (embedded ? 'on' : 'off')) === 'on';
	if (wanted)
		await timed(`demo, scene ${scene ?? usual}`, () => makeScene(given, urls.application, scene ?? usual));
	if (urls.owner) await finishInstallation(urls.owner, { demo: wanted });
}

/** Runs the demo's script on a database without people. */
export async function makeScene(given: Pick<Settings, 'NGHISU_DATA'>, url: string, scene: Scene) {
	const script = path.join(import.meta.dirname, 'make-demo.ts');
	const env = { DATABASE_URL: url, NGHISU_DATA: path.resolve(given.NGHISU_DATA) };
	await runNode([script, '--scene', scene], { env });
}

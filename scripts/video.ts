// Video for the product that is started here: the server of the settings, else one of our own, else none; each in words.
import { sayVideoServer, videoServerOfSettings, webhookPath } from '../src/server/video/address.ts';
import type { Settings } from '../src/env.ts';
import { startLivekit } from './livekit.ts';
import { findLivekit, leastVersion, versionOf, type Missing } from './livekit-binary.ts';
import { buildLivekit } from './livekit-build.ts';
import { keysIn, loopback } from './livekit-config.ts';
import { atEnd } from './lifetime.ts';
import { say } from './say.ts';

export type Video = { readonly ok: boolean; readonly words: string };

/** Opens video beside the product at this port. What must be built first comes later, without another start. */
export async function openVideo(given: Settings, port: number): Promise<Video> {
	const server = videoServerOfSettings(given);
	sayVideoServer(server);
	if (server.state === 'given') return { ok: true, words: `by the server at ${server.url} (LIVEKIT_URL)` };
	if (given.NGHISU_VIDEO === 'off') return { ok: true, words: 'off, as NGHISU_VIDEO says' };
	const found = findLivekit();
	if ('missing' in found) return without(missing(found));
	sayVideoServer({ state: 'starting' });
	const start = (file: string) => startOurs(file, given, port);
	if ('file' in found) return start(found.file).catch((error: unknown) => failed(error));
	void buildLivekit(found.build)
		.then(start)
		.catch((error: unknown) => failed(error))
		.then(({ words }) => say(`video: ${words}`));
	return { ok: true, words: 'is being built by Go, some minutes once; it comes by itself when it is there' };
}

async function startOurs(file: string, given: Settings, port: number): Promise<Video> {
	const keys = keysIn(given.NGHISU_DATA);
	const only = given.NGHISU_VIDEO === 'loopback' ? 'loopback' : 'on';
	const livekit = await startLivekit({
		program: file,
		dataFolder: given.NGHISU_DATA,
		keys,
		only,
		webhook: `http://${loopback}:${port}${webhookPath}`,
		log: say
	});
	atEnd(() => livekit.stop());
	sayVideoServer({ state: 'given', url: livekit.url, ...keys });
	const { address, ports } = livekit;
	return {
		ok: true,
		words: `LiveKit ${versionOf(file)}, media at ${address}, UDP ${ports.udp} or TCP ${ports.tcp}`
	};
}

/** How to have it all the same. */
const instead = `put livekit-server ${leastVersion.join('.')} on the PATH, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET`;
const missing = (found: Missing) =>
	found.missing === 'go'
		? `no livekit-server, and no Go to build it: install Go 1.26, ${instead}`
		: `no livekit-server, and Go ${found.found} is too old to build it: install Go 1.26, ${instead}`;

function without(why: string): Video {
	sayVideoServer({ state: 'off' });
	return { ok: false, words: `off: pictures and sound of bridge points. ${why}` };
}
const failed = (error: unknown) =>
	without(`${error instanceof Error ? error.message : String(error)}. Or ${instead}`);

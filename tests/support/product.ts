// The built product as a process of its own, on a database and a data folder of its own, by https under a name that is
// not localhost.
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { demoAccounts, type DemoAccount } from '../../scripts/demo-accounts.ts';
import type { Scene } from '../../scripts/demo-scene.ts';
import { Caller } from './caller.ts';
import { copyOf, hostName } from './ground.ts';
import { startVideo, type Video } from './video.ts';
import { webhookPath, type VideoAddress } from '../../src/server/video/address.ts';

export type Product = {
	/** Where browsers go: https under the name of the tests. */
	readonly origin: string;
	readonly port: number;
	readonly pid: number;
	readonly dataFolder: string;
	readonly databaseUrl: string;
	readonly ownerUrl: string;
	readonly accounts: readonly DemoAccount[];
	/** Its video server, where the story has one. */
	readonly video: Video | null;
	/** Somebody who acts without a browser, with a sign-in of his own once he has one. */
	caller(): Caller;
	/** Another process on the same database and data folder. */
	second(): Promise<Product>;
	/** The same after it was killed, where everybody's devices look for it. */
	again(): Promise<Product>;
	/** As a power cut does it. */
	kill(): Promise<void>;
	/** Asks it to end; the answer is its exit status. */
	close(): Promise<number | null>;
};
type Place = {
	readonly url: string;
	readonly ownerUrl: string;
	readonly dataFolder: string;
	readonly video: Video | null;
	readonly address?: VideoAddress;
};

/** Settings that name a video server where nothing answers. */
const nowhere: VideoAddress = { url: 'http://127.0.0.1:9', key: 'key', secret: 'x'.repeat(32) };

/** Starts the product at a scene; with a video server of its own where the story needs one, or one that nobody reaches. */
export async function startProduct(
	scene: Scene = 'called',
	{ video = false }: { video?: boolean | 'unreachable' } = {}
): Promise<Product> {
	const place = await copyOf(scene);
	if (video === 'unreachable') return startOn({ ...place, video: null, address: nowhere });
	if (!video) return startOn({ ...place, video: null });
	const port = await freePort();
	const webhook = `http://127.0.0.1:${port}${webhookPath}`;
	return startOn({ ...place, video: await startVideo(webhook) }, port);
}

async function startOn(place: Place, wanted?: number): Promise<Product> {
	const port = wanted ?? (await freePort());
	const process = await started(place, port);
	const ended = new Promise<number | null>((resolve) => process.once('exit', resolve));
	const stop = async (signal: NodeJS.Signals) => {
		process.kill(signal);
		return ended;
	};
	return {
		origin: `https://${hostName}:${port}`,
		port,
		pid: process.pid ?? 0,
		dataFolder: place.dataFolder,
		databaseUrl: place.url,
		ownerUrl: place.ownerUrl,
		accounts: demoAccounts(place.dataFolder),
		caller: () => new Caller({ port, authority: fs.readFileSync(path.join(place.dataFolder, 'ca/ca.crt')) }),
		second: () => startOn(place),
		again: () => startOn(place, port),
		video: place.video,
		kill: async () => void (await stop('SIGKILL')),
		close: async () => {
			const status = await stop('SIGTERM');
			await place.video?.close();
			return status;
		}
	};
}

function started(
	{ url, dataFolder, video, address = video?.address }: Place,
	port: number
): Promise<ChildProcess> {
	const script = path.join(import.meta.dirname, '../../scripts/serve.ts');
	const env = {
		...globalThis.process.env,
		PORT: String(port),
		NGHISU_DATA: dataFolder,
		DATABASE_URL: url,
		DATABASE_OWNER_URL: '',
		ORIGIN_NAMES: hostName,
		LIVEKIT_URL: address?.url ?? '',
		LIVEKIT_API_KEY: address?.key ?? '',
		LIVEKIT_API_SECRET: address?.secret ?? ''
	};
	const child = spawn(
		globalThis.process.execPath,
		['--disable-warning=ExperimentalWarning', script, '--drain', '500'],
		{ env, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	let said = '';
	return new Promise((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk) => {
				said = (said + chunk).slice(-20_000);
				if (said.includes('ready on port')) resolve(child);
			});
		child.once('exit', (code) => reject(new Error(`the product ended (${code})\n${said}`)));
	});
}

export const freePort = () =>
	new Promise<number>((resolve) => {
		const server = net.createServer();
		server.listen(0, () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});

// A real video server for a test, on this machine alone: media by TCP. It is killed and comes back where it was.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findLivekit } from '../../scripts/livekit-binary.ts';
import { keysIn } from '../../scripts/livekit-config.ts';
import { startLivekit, type Livekit } from '../../scripts/livekit.ts';
import type { VideoAddress } from '../../src/server/video/address.ts';

export type Video = {
	readonly address: VideoAddress;
	readonly folder: string;
	pid(): number | null;
	/** As a power cut does it; it stays away until `again`. */
	kill(): Promise<void>;
	again(): Promise<void>;
	close(): Promise<void>;
};

/** Starts it; what happens there is told at the address of the webhook. */
export async function startVideo(webhook = 'http://127.0.0.1:9/live/video'): Promise<Video> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-video-'));
	const on = {
		program: programOfVideo(),
		dataFolder: folder,
		keys: keysIn(folder),
		only: 'loopback',
		webhook
	} as const;
	let livekit: Livekit = await startLivekit(on);
	const { url, ports } = livekit;
	return {
		address: { url, ...on.keys },
		folder,
		pid: () => livekit.pid(),
		kill: async () => {
			const pid = livekit.pid();
			if (pid) process.kill(pid, 'SIGKILL');
			await livekit.stop();
		},
		again: async () => void (livekit = await startLivekit({ ...on, ports })),
		close: async () => {
			await livekit.stop();
			fs.rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Found, never built: npm test and npm start do that. */
export function programOfVideo(): string {
	const found = findLivekit();
	if ('file' in found) return found.file;
	throw new Error('there is no video server: npm test builds it, or npm start');
}

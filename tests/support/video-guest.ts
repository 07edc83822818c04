// A browser in a room of the video server, without any page of ours: what the server allows is seen from outside.
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import type * as LivekitClient from 'livekit-client';

declare global {
	interface Window {
		LivekitClient: typeof LivekitClient;
		room: LivekitClient.Room;
	}
}

const client = path.join(import.meta.dirname, '../../node_modules/livekit-client/dist/livekit-client.umd.js');
export const mediaArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--use-fake-ui-for-media-stream',
	'--use-fake-device-for-media-stream=fps=15',
	'--autoplay-policy=no-user-gesture-required',
	'--disable-background-networking'
];

export const openBrowser = (): Promise<Browser> =>
	chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: mediaArgs });

export class Guest {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}
	/** A page of that address, which gets the client beside its own scripts. */
	static async at(browser: Browser, url: string): Promise<Guest> {
		const page = await (await browser.newContext()).newPage();
		await page.addInitScript({ path: client });
		await page.goto(url);
		return new Guest(page);
	}
	/** Joins, or says why not. */
	join(url: string, token: string): Promise<string> {
		return this.page.evaluate(
			async ([to, by]) => {
				const room = new window.LivekitClient.Room({ adaptiveStream: false });
				window.room = room;
				return room.connect(to, by).then(
					() => 'joined',
					(error: Error) => error.message
				);
			},
			[url, token] as const
		);
	}
	/** Turns a camera or a microphone on, or says why not. */
	publish(what: 'camera' | 'microphone'): Promise<string> {
		return this.page.evaluate(async (source) => {
			const me = window.room.localParticipant;
			const turnOn = source === 'camera' ? me.setCameraEnabled(true) : me.setMicrophoneEnabled(true);
			return turnOn.then(
				() => 'published',
				(error: Error) => error.message
			);
		}, what);
	}
	/** Loses the line of its signals, and is back: the states on the way. */
	losesLine(): Promise<string[]> {
		return this.page.evaluate(async () => {
			const states: string[] = [];
			const back = new Promise<void>((resolve) =>
				window.room.on('connectionStateChanged', (state) => {
					states.push(state);
					if (state === 'connected' || state === 'disconnected') resolve();
				})
			);
			await window.room.simulateScenario('signal-reconnect');
			await back;
			return states;
		});
	}
	/** How many pictures of others it has decoded so far. */
	decoded(): Promise<number> {
		return this.page.evaluate(async () => {
			const others = [...window.room.remoteParticipants.values()];
			const tracks = others.flatMap((one) =>
				[...one.videoTrackPublications.values()].map(({ track }) => track)
			);
			const reports = await Promise.all(tracks.map((track) => track?.getRTCStatsReport()));
			const stats = reports.flatMap((report) => [...(report?.values() ?? [])]);
			return Math.max(0, ...stats.map(({ framesDecoded = 0 }) => framesDecoded));
		});
	}
	close(): Promise<void> {
		return this.page.context().close();
	}
}

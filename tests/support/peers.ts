// What a page receives of others, counted where the browser counts it: below everything that a page could claim.
import { expect, type Page } from '@playwright/test';

declare global {
	interface Window {
		peers: Set<RTCPeerConnection>;
	}
}
export type Received = { readonly frames: number; readonly soundEnergy: number };

/** Remembers every connection that the page opens from now on. Also as an init script of a page. */
export function watchPeers(): void {
	const Native = window.RTCPeerConnection;
	window.peers = new Set();
	window.RTCPeerConnection = class extends Native {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			window.peers.add(this);
		}
	};
}

/** Pictures decoded and sound heard by all connections that are open. Runs in the page. */
export async function received(): Promise<Received> {
	const open = [...window.peers].filter(({ connectionState }) => connectionState !== 'closed');
	const reports = await Promise.all(open.map((peer) => peer.getStats()));
	const inbound = reports
		.flatMap((report) => [...report.values()])
		.filter(({ type }) => type === 'inbound-rtp');
	return {
		frames: inbound.reduce((all, { framesDecoded = 0 }) => all + framesDecoded, 0),
		soundEnergy: inbound.reduce((all, { totalAudioEnergy = 0 }) => all + totalAudioEnergy, 0)
	};
}

type Figure = (page: Page) => Promise<number>;
export const energyOf: Figure = async (page) => (await page.evaluate(received)).soundEnergy;
export const framesOf: Figure = async (page) => (await page.evaluate(received)).frames;

const moreWithin = async (page: Page, what: Figure, ms: number) => {
	const before = await what(page);
	await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);
	return (await what(page)) - before;
};
/** What is received goes on rising. */
export async function rises(page: Page, what: Figure): Promise<void> {
	const more = () => moreWithin(page, what, 200);
	await expect.poll(more, { timeout: 20_000, intervals: [50] }).toBeGreaterThan(0);
}
/** What is received has stopped: looked at over a second. */
export async function isStill(page: Page, what: Figure): Promise<void> {
	await expect.poll(() => moreWithin(page, what, 1_000), { timeout: 15_000 }).toBe(0);
}

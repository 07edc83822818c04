// The floor of the video figures: two pages with nothing but livekit-client on the same video server, and no product.
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { sayVideoServer, type VideoAddress } from '#server/video/address.ts';
import { ensureRoom, tokenFor } from '#server/video/livekit.ts';
import { Guest } from '../support/video-guest.ts';
import { watchCall, whenPicture, whenSound } from './video-marks.ts';

const client = path.join(import.meta.dirname, '../../node_modules/livekit-client/dist/livekit-client.umd.js');
const room = 'plain-of-a-bench';

export class PlainCall {
	readonly #address: VideoAddress;
	readonly #giver: Guest;
	readonly #taker: Page;

	private constructor(address: VideoAddress, giver: Page, taker: Page) {
		[this.#address, this.#giver, this.#taker] = [address, new Guest(giver), taker];
	}
	/** One page is in, with its camera on; the other one is about to join. */
	static async open(browser: Browser, address: VideoAddress): Promise<PlainCall> {
		sayVideoServer({ state: 'given', ...address });
		await ensureRoom(room);
		const page = async () => {
			const made = await (await browser.newContext()).newPage();
			await made.addInitScript(watchCall);
			await made.addInitScript({ path: client });
			await made.goto(address.url);
			return made;
		};
		const call = new PlainCall(address, await page(), await page());
		const joined = await call.#giver.join(call.#url, await call.#token('giver'));
		const given = await call.#giver.publish('camera');
		if (`${joined} ${given}` !== 'joined published') throw new Error(`the plain page: ${joined}, ${given}`);
		return call;
	}
	get #url() {
		return this.#address.url.replace(/^http/, 'ws');
	}
	async #token(identity: string): Promise<string> {
		const may = { publish: ['camera', 'microphone'], subscribe: true, hidden: false } as const;
		return (await tokenFor({ room, identity, name: identity, may })) ?? '';
	}

	/** From joining to the first picture, milliseconds. */
	async joined(): Promise<number> {
		await this.#taker.reload();
		const asked = [this.#url, await this.#token('taker')] as const;
		const began = await this.#taker.evaluate(async ([url, token]) => {
			const { Room, RoomEvent } = window.LivekitClient;
			const made = new Room();
			made.on(RoomEvent.TrackSubscribed, (track) => document.body.append(track.attach()));
			const from = Date.now();
			await made.connect(url, token);
			return from;
		}, asked);
		return (await this.#taker.evaluate(whenPicture, 0)) - began;
	}
	/** From turning a microphone on to its sound, milliseconds; afterwards it is off again. */
	async heard(): Promise<number> {
		const hearing = this.#taker.evaluate(whenSound, true);
		const began = Date.now();
		await this.#giver.publish('microphone');
		const at = await hearing;
		await this.#giver.page.evaluate(async () => {
			const me = window.room.localParticipant;
			for (const { track } of me.audioTrackPublications.values()) if (track) await me.unpublishTrack(track);
		});
		await this.#taker.evaluate(whenSound, false);
		return at - began;
	}
	async close(): Promise<void> {
		await this.#giver.close();
		await this.#taker.context().close();
	}
}

// What a test in a browser does to the real video server: run on the Node side, asked for by name.
import { sayVideoServer } from '#server/video/address.ts';
import {
	deleteRoom,
	ensureRoom,
	participants,
	removeParticipant,
	setPermission,
	tokenFor,
	type May
} from '#server/video/livekit.ts';
import { startVideo, type Video } from './video.ts';

let video: Video | null = null;
const running = () => {
	if (!video) throw new Error('the video server was not started');
	return video;
};

const controls = {
	async start() {
		video ??= await startVideo();
		sayVideoServer({ state: 'given', ...video.address });
		return video.address.url;
	},
	async close() {
		await video?.close();
		video = null;
	},
	kill: () => running().kill(),
	again: () => running().again(),
	async open(room: string) {
		const made = await ensureRoom(room);
		return made.ok;
	},
	shut: (room: string) => deleteRoom(room),
	token: (room: string, identity: string, may: May) => tokenFor({ room, identity, name: identity, may }),
	allow: (room: string, identity: string, may: May) => setPermission(room, identity, may),
	sendOut: (room: string, identity: string) => removeParticipant(room, identity),
	async published(room: string, identity: string) {
		const there = await participants(room);
		const one = there.ok && there.value.find((person) => person.identity === identity);
		return one ? one.published.map(({ source }) => source) : [];
	}
};
export type Controls = typeof controls;

/** The one command of the browser tests. */
export const control = (name: keyof Controls, args: readonly unknown[]): unknown =>
	Reflect.apply(controls[name], null, args);

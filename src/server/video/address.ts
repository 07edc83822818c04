// Which video server this process works with. The starter says it, also later, when the server has been built meanwhile;
// where nobody says it, the settings do. Keys are never in the environment of the programs that we start.
import { settings } from '../../env.ts';

export type VideoAddress = {
	/** Its http address as this machine reaches it. */
	readonly url: string;
	readonly key: string;
	readonly secret: string;
};
export type VideoServer =
	{ readonly state: 'off' } | { readonly state: 'starting' } | ({ readonly state: 'given' } & VideoAddress);

/** Where the video server tells us what happened. */
export const webhookPath = '/live/video';

const said = Symbol.for('nghisu.video');

/** Tells all of this process, the built product too, which server there is. */
export const sayVideoServer = (video: VideoServer): void => void Reflect.set(globalThis, said, video);

/** The server that was said, or that of the settings. */
export const videoServer = (): VideoServer => Reflect.get(globalThis, said) ?? videoServerOfSettings();

export function videoServerOfSettings(
	{ LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = settings()
): VideoServer {
	if (!url || !key || !secret) return { state: 'off' };
	return { state: 'given', url: url.replace(/^ws/, 'http').replace(/\/$/, ''), key, secret };
}

/** Where signalling is passed on to, at the moment; null while there is no server. */
export function signallingTo(): string | null {
	const server = videoServer();
	return server.state === 'given' ? server.url : null;
}

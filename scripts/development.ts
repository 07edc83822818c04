import { createServer, type Plugin } from 'vite';
import type { Settings } from '../src/env.ts';
import { signallingTo } from '../src/server/video/address.ts';
import type { Installation } from './installation.ts';
import { videoPipe } from './video-pipe.ts';

type On = { readonly installation: Installation; readonly port: number };
type Sources = { readonly port: number; close(): Promise<void> };

/** Serves the sources, over http to this machine only; a change is seen at once. */
export async function serveSources(given: Settings, { installation, port }: On): Promise<Sources> {
	process.env.DATABASE_URL = installation.urls.application;
	process.env.NGHISU_DATA = given.NGHISU_DATA;
	const server = await createServer({ server: { port, host: 'localhost' }, plugins: [signalling] });
	await server.listen();
	return { port: server.config.server.port ?? port, close: () => server.close() };
}

/** Signalling as in scripts/server.ts; Vite's own connection has another path. */
const signalling: Plugin = {
	name: 'nghisu-video',
	configureServer({ httpServer, middlewares }) {
		const pipe = videoPipe(signallingTo);
		middlewares.use((req, res, next) => void (pipe.answers(req, res) || next()));
		httpServer?.on('upgrade', (req, socket, head) => {
			if (req.url?.startsWith('/rtc')) pipe.upgrade(req, socket, head);
		});
	}
};

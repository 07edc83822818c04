import { createServer } from 'vite';
import type { Settings } from '../src/env.ts';
import type { Installation } from './installation.ts';

type On = { readonly installation: Installation; readonly port: number };
type Sources = { readonly port: number; close(): Promise<void> };

/** Serves the sources, over http to this machine only; a change is seen at once. */
export async function serveSources(given: Settings, { installation, port }: On): Promise<Sources> {
	process.env.DATABASE_URL = installation.urls.application;
	process.env.NGHISU_DATA = given.NGHISU_DATA;
	const server = await createServer({ server: { port, host: 'localhost' } });
	await server.listen();
	return { port: server.config.server.port ?? port, close: () => server.close() };
}

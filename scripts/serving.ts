import type { Settings } from '../src/env.ts';
import { signallingTo } from '../src/server/video/address.ts';
import type { Identity } from './certificates.ts';
import { identityOf, type Installation } from './installation.ts';
import { builtProduct, serve, type Serving } from './server.ts';

const hourMs = 3_600_000;
type On = { readonly installation: Installation; readonly identity: Identity; readonly port: number };

/** Serves the built product on the installation's database; the certificate is looked at every hour. */
export async function serveInstallation(given: Settings, on: On): Promise<Serving> {
	process.env.NODE_ENV = 'production';
	process.env.DATABASE_URL = on.installation.urls.application;
	process.env.NGHISU_DATA = given.NGHISU_DATA;
	process.env.PORT = String(on.port); // a record is printed with the address under which it is served
	const serving = await serve(await builtProduct(), {
		port: on.port,
		identity: on.identity,
		video: signallingTo
	});
	const look = async () => serving.renew(await identityOf(given));
	const timer = setInterval(
		() => void look().catch(() => console.error('certificate: cannot be made')),
		hourMs
	);
	timer.unref();
	return serving;
}

const tries = 20;
/** The same at the first free port from the one wished for. */
export async function serveNextFree(given: Settings, on: On): Promise<Serving> {
	for (let port = on.port; port < on.port + tries; port++) {
		try {
			return await serveInstallation(given, { ...on, port });
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
		}
	}
	throw new Error(`no port is free from ${on.port} to ${on.port + tries - 1}`);
}

// The address by which people find this server: on paper, in pictures of codes.
import os from 'node:os';
import { settings } from '../../env.ts';

const HTTPS = 443;
/** Where anybody finds this server: the first name that the operator gave it, else an address of this machine. */
export function publicAddress(): string {
	const { ORIGIN_NAMES, PORT } = settings();
	const host = ORIGIN_NAMES[0] ?? networkAddress() ?? 'localhost';
	return PORT === HTTPS ? host : `${host}:${PORT}`;
}
function networkAddress(): string | undefined {
	const all = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
	return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/**
 * The origin that a code names: the name that the operator gave, else the one by which the asker came. Never localhost, which
 * on everybody's own device is that device.
 */
export function originForOthers({ origin, hostname }: URL): string {
	const named = settings().ORIGIN_NAMES.length > 0;
	return named || loopback.test(hostname) ? `https://${publicAddress()}` : origin;
}

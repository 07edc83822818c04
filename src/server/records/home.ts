// The keys of this installation, and the address under which its records are verified.
import os from 'node:os';
import path from 'node:path';
import { settings } from '../../env.ts';
import { clock } from '#server/platform/clock.ts';
import { keyHome, type KeyHome } from './keys.ts';

let home: KeyHome | null = null;
/** The keys in the data folder; made at first use. */
export const keys = (): KeyHome =>
	(home ??= keyHome(path.resolve(settings().NGHISU_DATA, 'keys'), () => clock.now()));

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

/** What the QR of a record leads to. */
export const verifyUrl = (code: string): string => `https://${publicAddress()}/verify?code=${code}`;

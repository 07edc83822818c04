// The keys of this installation, and the address under which its records are verified.
import path from 'node:path';
import { settings } from '../../env.ts';
import { clock } from '#server/platform/clock.ts';
import { publicAddress } from '#server/platform/public-address.ts';
import { keyHome, type KeyHome } from './keys.ts';

let home: KeyHome | null = null;
/** The keys in the data folder; made at first use. */
export const keys = (): KeyHome =>
	(home ??= keyHome(path.resolve(settings().NGHISU_DATA, 'keys'), () => clock.now()));

/** What the QR of a record leads to. */
export const verifyUrl = (code: string): string => `https://${publicAddress()}/verify?code=${code}`;

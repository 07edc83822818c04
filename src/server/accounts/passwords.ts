// Passwords are kept as argon2id, the package's own default, in one of the strengths that OWASP names.
import { hash, verify } from '@node-rs/argon2';

const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** What may be typed: longer passwords are refused unread, so that nobody makes us hash megabytes. */
export const longestPassword = 500;

export const hashPassword = (password: string) => hash(password.normalize('NFC'), strength);

let nobodys: Promise<string> | undefined;
/** Whether this is the password. Takes as long where there is no account, so that names cannot be found by the clock. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
	nobodys ??= hashPassword('of an account that does not exist');
	const right = await verify(stored ?? (await nobodys), password.normalize('NFC'));
	return right && stored !== null;
}

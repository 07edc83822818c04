// A request at the door: who knocks is read from it, and an entry that lets somebody in or out changes his cookie.
import type { RequestEvent } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import type { Refusal, Result } from '#lib/result.ts';
import type { Entry, Knock, Token } from './entry.ts';
import { cookieFor, cookieName } from './sign-ins.ts';

const deviceCookie = 'device';
const longSeconds = 400 * 24 * 60 * 60;

/** Runs an entry with what was sent, and sets or takes away the cookie as it says. */
export async function enter(
	event: RequestEvent,
	entry: Entry<Token>,
	typed: unknown
): Promise<Result<Token, Refusal>> {
	const { cookies, url } = event;
	const result = await entry.run(knockOf(event), typed);
	if (!result.ok) return result;
	const { token } = result.value;
	if (token) cookies.set(cookieName, token, cookieFor(url));
	else cookies.delete(cookieName, cookieFor(url));
	return result;
}

/** The texts of a form; files are left out. */
export const textsOf = (data: FormData) =>
	Object.fromEntries([...data].filter(([, value]) => typeof value === 'string'));

function knockOf(event: RequestEvent): Knock {
	return {
		signedIn: event.locals.signedIn,
		token: event.cookies.get(cookieName) ?? null,
		device: deviceOf(event),
		address: event.getClientAddress(),
		agent: event.request.headers.get('user-agent')
	};
}

/** The device's own mark. It names no person and opens nothing: by it slips of one device are not others' fault. */
function deviceOf({ cookies, url }: RequestEvent): string {
	const known = cookies.get(deviceCookie);
	if (known && /^[\w-]{22}$/.test(known)) return known;
	const device = randomBytes(16).toString('base64url');
	cookies.set(deviceCookie, device, { ...cookieFor(url), maxAge: longSeconds });
	return device;
}

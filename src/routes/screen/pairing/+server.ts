import { cookieFor, cookieName } from '#server/accounts/sign-ins.ts';
import { pairedToken } from '#server/live/screens.ts';
import { screenCookieFor, screenCookieName } from '#server/live/screen-cookie.ts';

export async function POST({ cookies, url }) {
	const device = cookies.get(screenCookieName);
	const token = device ? await pairedToken(device, cookies.get(cookieName)) : null;
	if (token === null) return Response.json({ paired: false });
	cookies.set(cookieName, token, cookieFor(url));
	cookies.delete(screenCookieName, screenCookieFor(url));
	return Response.json({ paired: true });
}

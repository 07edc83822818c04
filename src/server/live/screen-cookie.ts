// The secret under which a screen waits for its code to be typed. No script reads it.
import { pairingLastsMs } from './screens.ts';

export const screenCookieName = 'screen';
export const screenCookieFor = (url: URL) => ({
	path: '/screen',
	httpOnly: true,
	sameSite: 'strict' as const,
	secure: url.protocol === 'https:',
	maxAge: (2 * pairingLastsMs) / 1000
});

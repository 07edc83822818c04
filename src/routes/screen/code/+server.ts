import { newDevice, pairingLastsMs, showPairingCode } from '#server/live/screens.ts';
import { screenCookieFor, screenCookieName } from '#server/live/screen-cookie.ts';
import { statusOf } from '#server/platform/refusal.ts';

export async function POST({ cookies, url, getClientAddress }) {
	const device = cookies.get(screenCookieName) ?? newDevice();
	const shown = await showPairingCode(device, getClientAddress());
	if (!shown.ok) return Response.json(shown.refusal, { status: statusOf(shown.refusal) });
	cookies.set(screenCookieName, device, screenCookieFor(url));
	return Response.json({ code: shown.value.code, lastsMs: pairingLastsMs });
}

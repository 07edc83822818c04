import { deviceOf } from '#domain/operations/device.ts';
import { authority } from '#server/operations/authority.ts';
import { getLocale, isLocale } from '#i18n/messages/runtime.js';

/** Plain pages without script: a device comes here by http, before it trusts us. */
export const csr = false;

export function load({ url, request }) {
	const found = authority();
	const wished = url.searchParams.get('lang');
	return {
		authority: found && { name: found.name, code: found.code },
		device: deviceOf(url.searchParams.get('device'), request.headers.get('user-agent') ?? ''),
		locale: wished && isLocale(wished) ? wished : getLocale(),
		product: `https://${url.host}/`
	};
}

import type { MeetingId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import { m } from '#i18n/messages/messages.js';

type Door = { readonly href: string; readonly label: string };

/** The screens of a meeting that are open to somebody, by his roles there: where he works first, his own seat after. */
export function doorsOf(roles: readonly Role[], meeting: MeetingId): readonly [Door, ...Door[]] {
	const at = (screen: string) => `/meetings/${meeting}/${screen}`;
	const session = { href: at('session'), label: m.notices_enter() };
	if (roles.includes('chair'))
		return [
			{ href: at('chair'), label: m.notices_conduct() },
			{ ...session, label: m.notices_asDelegate() }
		];
	if (roles.includes('bridgeTechnician')) return [{ href: at('point'), label: m.video_toPoint() }, session];
	if (!roles.includes('secretary')) return [session];
	const console: Door = { href: at('console'), label: m.notices_console() };
	const votes = roles.includes('delegate') || roles.includes('member');
	return votes ? [console, { ...session, label: m.notices_asDelegate() }] : [console];
}

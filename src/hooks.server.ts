import { error, type Handle, type HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building, dev } from '$app/env';
import { paraglideMiddleware } from '#i18n/messages/server.js';
import { proven } from '#server/accounts/proof.ts';
import { cookieName, signedInBy } from '#server/accounts/sign-ins.ts';
import { serve } from '#server/live/doors.ts';
import { listen } from '#server/live/hubs.ts';
import { watchRooms } from '#server/live/room-watch.ts';
import { workers } from '#server/workers.ts';
import { beat, closeDoors } from '#server/live/streams.ts';
import { fault } from '#server/platform/fault.ts';
import { log } from '#server/platform/log.ts';
import { guard, securityHeaders } from '#server/platform/guard.ts';
import { workJobs } from '#server/platform/jobs.ts';
import { statusOf } from '#server/platform/refusal.ts';
import { appearanceAttributes, textCookie, themeCookie } from '#lib/appearance.ts';
import { refuse } from '#lib/result.ts';

export async function init() {
	if (building) return;
	const deaf = await listen();
	const idle = await workJobs(workers);
	const unwatched = watchRooms();
	setInterval(beat, 4_000).unref();
	const end = async () => {
		unwatched();
		await Promise.all([deaf(), idle()]);
	};
	Object.assign(globalThis, {
		[Symbol.for('nghisu.doors')]: { serve, closeDoors, deaf: end, headers: securityHeaders }
	});
}

const signIn: Handle = async ({ event, resolve }) => {
	const who = await signedInBy(event.cookies.get(cookieName));
	event.locals.signedIn = who;
	event.locals.act = async (command, input) => {
		if (!who) return refuse({ code: 'notSignedIn' });
		const by = await proven(who, command.needs, input);
		return by.ok ? command.run(by.value, input) : by;
	};
	event.locals.read = async (query, input) => {
		const result = await event.locals.act(query, input);
		if (!result.ok) error(statusOf(result.refusal), result.refusal.code);
		return result.value;
	};
	return resolve(event);
};

const guarded: Handle = async ({ event, resolve }) => {
	const { method, headers } = event.request;
	const person = event.locals.signedIn?.person;
	const by = person ? { person } : { address: event.getClientAddress() };
	const status = await guard({ method, origin: headers.get('origin'), own: event.url.origin, by });
	const response = status ? new Response('refused', { status }) : await resolve(event);
	for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
	return response;
};

const language: Handle = ({ event, resolve }) => {
	const { cookies } = event;
	const appearance = appearanceAttributes(cookies.get(themeCookie), cookies.get(textCookie));
	return paraglideMiddleware(event.request, ({ locale }) =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%appearance%', appearance)
		})
	);
};

export const handle = sequence(signIn, guarded, language);

export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
	if (status >= 500) log.error({ path: event.url.pathname, fault: fault(cause) }, 'request failed');
	return { message: status >= 500 && !dev ? 'Internal error' : message };
};

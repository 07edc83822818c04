import { fail, redirect } from '@sveltejs/kit';
import { ownPath } from '#lib/own-path.ts';
import { signInByPassword } from '#server/accounts/entry.ts';
import { isDemo } from '#server/accounts/demo.ts';
import { enter, textsOf } from '#server/accounts/knock.ts';
import { clock } from '#server/platform/clock.ts';
import { statusOf } from '#server/platform/refusal.ts';

export const load = async ({ url, locals }) => {
	const next = ownPath(url.searchParams.get('next'), url.origin);
	if (locals.signedIn && !locals.signedIn.screen) redirect(303, next);
	const demo = await isDemo();
	if (demo && !url.searchParams.has('account'))
		redirect(303, `/sign-in/demo?next=${encodeURIComponent(next)}`);
	return { next, demo };
};

export const actions = {
	default: async (event) => {
		const typed = textsOf(await event.request.formData());
		const result = await enter(event, signInByPassword, typed);
		if (result.ok) redirect(303, ownPath(event.url.searchParams.get('next'), event.url.origin));
		// the password typed is never sent back: the page has it still
		const { refusal } = result;
		return fail(statusOf(refusal), { name: String(typed.name ?? ''), refusal, at: clock.now() });
	}
};

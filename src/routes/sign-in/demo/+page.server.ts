import { error, redirect } from '@sveltejs/kit';
import { ownPath } from '#lib/own-path.ts';
import { offeredInDemo } from '#server/accounts/demo.ts';
import { signInAsDemo } from '#server/accounts/entry.ts';
import { enter, textsOf } from '#server/accounts/knock.ts';
import { statusOf } from '#server/platform/refusal.ts';

export const load = async ({ url }) => {
	const people = await offeredInDemo();
	if (people.length === 0) error(404, 'notFound');
	return { people, next: ownPath(url.searchParams.get('next'), url.origin) };
};

export const actions = {
	default: async (event) => {
		const result = await enter(event, signInAsDemo, textsOf(await event.request.formData()));
		if (!result.ok) error(statusOf(result.refusal), result.refusal.code);
		redirect(303, ownPath(event.url.searchParams.get('next'), event.url.origin));
	}
};

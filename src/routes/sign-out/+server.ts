import { redirect } from '@sveltejs/kit';
import { signOut } from '#server/accounts/entry.ts';
import { enter } from '#server/accounts/knock.ts';

export const POST = async (event) => {
	await enter(event, signOut, {});
	redirect(303, '/sign-in');
};

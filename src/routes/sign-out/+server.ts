import { signOut } from '#server/accounts/entry.ts';
import { enter } from '#server/accounts/knock.ts';

export const POST = async (event) => {
	await enter(event, signOut, {});
	// what the browser kept of this person goes with the sign-in
	const headers = { location: '/sign-in', 'clear-site-data': '"cache"' };
	return new Response(null, { status: 303, headers });
};

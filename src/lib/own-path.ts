/** The path to go to after signing in, if it is one of our own; else the first page. Never another host. */
export function ownPath(wanted: string | null | undefined, origin: string): string {
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
	const url = new URL(wanted, origin);
	return url.origin === origin ? url.pathname + url.search : '/';
}

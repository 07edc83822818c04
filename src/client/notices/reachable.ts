/** Whether the server answers now, and is well: asked before an open page is fetched anew, so that a lost line never takes it away. */
export const isReachable = () =>
	fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).then(
		// 502 to 504 are a proxy whose server is away, and a server that cannot reach its database
		({ ok }) => ok,
		() => false
	);

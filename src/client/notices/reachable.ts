/** Whether the server answers now: asked before an open page is fetched anew, so that a lost line never takes it away. */
export const isReachable = () =>
	fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).then(
		() => true,
		() => false
	);

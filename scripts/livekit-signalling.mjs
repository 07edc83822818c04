// LiveKit's signalling under our own port: only /rtc, never its server interface.
import http from 'node:http';
import net from 'node:net';

export const isSignalling = (url) => url === '/rtc' || url.startsWith('/rtc?') || url.startsWith('/rtc/');

export function signalling(target) {
	const { hostname, port } = new URL(target);
	const to = { host: hostname, port: Number(port) };
	return {
		request(req, res) {
			const headers = Object.fromEntries(
				Object.entries(req.headers).filter(([name]) => !name.startsWith(':'))
			);
			const onward = http.request({ ...to, path: req.url, method: req.method, headers }, (answer) => {
				res.writeHead(answer.statusCode, { 'content-type': answer.headers['content-type'] ?? 'text/plain' });
				answer.pipe(res);
			});
			onward.on('error', () => res.writeHead(502).end());
			req.pipe(onward);
		},
		upgrade(req, socket, head) {
			if (!isSignalling(req.url)) return socket.destroy();
			const onward = net.connect(to, () => {
				const lines = req.rawHeaders.flatMap((text, at) =>
					at % 2 ? [] : [`${text}: ${req.rawHeaders[at + 1]}`]
				);
				onward.write([`${req.method} ${req.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
				onward.write(head);
				onward.pipe(socket).pipe(onward);
			});
			for (const one of [socket, onward]) one.on('error', () => (socket.destroy(), onward.destroy()));
		}
	};
}

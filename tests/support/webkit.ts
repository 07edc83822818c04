// WebKit as Debian has it, the engine of iPads, driven by the plain calls of WebDriver. It finds things as people name them:
// by the words on a button, a link, a choice, or of a field's label.
import { expect } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { freePort } from './product.ts';

const programs = {
	driver: '/usr/bin/WebKitWebDriver',
	display: '/usr/bin/Xvfb',
	browser: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
};
const capabilities = {
	acceptInsecureCerts: true,
	'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] }
};
type Element = Readonly<Record<string, string>>;

/** In the page: what can be tapped or filled, is seen, and is named by the words. */
const findNamed = `
	const [words] = arguments;
	const nameOf = (node) =>
		(node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent).replace(/\\s+/g, ' ').trim();
	const seen = [...document.querySelectorAll('button, a, input, [role=radio]')].filter(
		(node) => !node.disabled && node.getClientRects().length > 0 && !node.closest('[inert]'));
	return seen.find((node) => nameOf(node).startsWith(words)) ?? seen.find((node) => nameOf(node).includes(words)) ?? null;`;

export class WebKit {
	readonly #session: string;
	readonly #processes: readonly ChildProcess[];

	private constructor(session: string, processes: readonly ChildProcess[]) {
		[this.#session, this.#processes] = [session, processes];
	}

	/** A window on a display of its own that nobody sees. */
	static async start({ width, height }: { width: number; height: number }): Promise<WebKit> {
		const screen = ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', `${width}x${height}x24`];
		const display = spawn(programs.display, screen, { stdio: ['ignore', 'pipe', 'ignore'] });
		const number = await new Promise<string>((resolve) =>
			display.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
		);
		const port = await freePort();
		const env = { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
		const driver = spawn(programs.driver, [`--port=${port}`], { env, stdio: 'ignore' });
		const at = `http://127.0.0.1:${port}`;
		await expect(() => call('GET', `${at}/status`)).toPass();
		const asked = { capabilities: { alwaysMatch: capabilities } };
		const { sessionId } = await call<{ sessionId: string }>('POST', `${at}/session`, asked);
		const webkit = new WebKit(`${at}/session/${sessionId}`, [driver, display]);
		await webkit.#post('window/rect', { x: 0, y: 0, width, height });
		return webkit;
	}

	async goTo(url: string): Promise<void> {
		await this.#post('url', { url });
	}
	/** Runs the body of a function in the page and gives what it returns. */
	run<T>(script: string, ...args: readonly unknown[]): Promise<T> {
		return this.#post<T>('execute/sync', { script, args });
	}
	/** Waits until the page says so, as a person reads it. */
	async reads(words: string | RegExp): Promise<void> {
		await expect.poll(() => this.run<string>('return document.body.innerText')).toMatch(words);
	}
	async readsNoMore(words: string): Promise<void> {
		await expect.poll(() => this.run<string>('return document.body.innerText')).not.toContain(words);
	}
	async tap(words: string): Promise<void> {
		await this.#post(`element/${await this.#named(words)}/click`, {});
	}
	async fill(label: string, text: string): Promise<void> {
		await this.#post(`element/${await this.#named(label)}/value`, { text });
	}
	/** A picture of the window, as PNG. */
	async picture(): Promise<Buffer> {
		return Buffer.from(await call<string>('GET', `${this.#session}/screenshot`), 'base64');
	}
	async close(): Promise<void> {
		await call('DELETE', this.#session);
		for (const process of this.#processes) process.kill();
	}

	async #named(words: string): Promise<string> {
		const look = async () => Object.values((await this.run<Element | null>(findNamed, words)) ?? {})[0] ?? '';
		let found = '';
		await expect.poll(async () => (found = await look()), words).not.toBe('');
		return found;
	}
	#post<T>(path: string, body: object): Promise<T> {
		return call<T>('POST', `${this.#session}/${path}`, body);
	}
}

async function call<T>(method: string, url: string, body?: object): Promise<T> {
	const answer = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
	const { value }: { value: T } = await answer.json();
	if (!answer.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
	return value;
}

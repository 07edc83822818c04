// Case A as it is played through the product: who is in front of which browser, and who acts over http. Steps follow each
// other as in the issue of the day; a story may begin at any scene.
import { expect, type Browser, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { MeetingId } from '#domain/journal/ids.ts';
import { delegates } from './demo/delegates.ts';
import { atWork, overHttp } from './at-work.ts';
import type { Caller } from './caller.ts';
import type { Product } from './product.ts';
import { sizes } from '../e2e/states.ts';

const signInOf = (code: string) => code.toLowerCase().replace('đ', 'd').replace('-', '');
export const everybody = delegates.map(({ code }) => signInOf(code));
/** Excused, excused, without a reason; ĐB-29 comes late. */
export const absent = ['db17', 'db40', 'db56'];
export const late = 'db29';
/** Before browsers of their own. */
const inBrowsers = ['db01', 'db04', 'db36', 'db21'];

export class Cast {
	readonly product: Product;
	readonly #browser: Browser;
	readonly #pages = new Map<string, Page>();
	readonly #callers = new Map<string, Caller>();
	meeting = '' as MeetingId;

	constructor(browser: Browser, product: Product) {
		[this.#browser, this.product] = [browser, product];
	}
	/** The browser of somebody, signed in by his password. */
	async page(who: string, size: keyof typeof sizes = 'tablet'): Promise<Page> {
		const known = this.#pages.get(who) ?? (await atWork(this.#browser, this.product, who, size));
		this.#pages.set(who, known);
		return known;
	}
	/** A device that nobody is signed in on. */
	async device(size: keyof typeof sizes): Promise<Page> {
		const context = await this.#browser.newContext({ viewport: sizes[size] });
		return context.newPage();
	}
	async caller(who: string): Promise<Caller> {
		const known = this.#callers.get(who) ?? (await overHttp(this.product, who));
		this.#callers.set(who, known);
		return known;
	}
	/** Signs in whoever acts over http; some at a time, as at a hall's door. */
	async arrive(): Promise<void> {
		const others = everybody.filter((who) => !inBrowsers.includes(who) && !absent.includes(who));
		for (let at = 0; at < others.length; at += 8)
			await Promise.all(others.slice(at, at + 8).map((who) => this.caller(who)));
	}
	async command(who: string, name: string, input: object = {}): Promise<void> {
		const caller = await this.caller(who);
		const sent = { command: randomUUID(), name, input };
		const answer = await caller.postJson(`/meetings/${this.meeting}/commands`, sent);
		expect(answer.status, `${name} by ${who}: ${answer.text}`).toBe(200);
	}
	async close(): Promise<void> {
		for (const page of this.#pages.values()) await page.context().close();
	}
}

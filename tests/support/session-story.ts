// Case A as it is played through the product: who is in front of which browser, and who acts over http. Steps follow each
// other as in the issue of the day; a story may begin at any scene.
import { expect, type Browser, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { MeetingId } from '#domain/journal/ids.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import type { Choice } from '#domain/voting/vote-round.ts';
import { delegates } from './demo/delegates.ts';
import { atWork, overHttp, passwordOf } from './at-work.ts';
import type { Caller } from './caller.ts';
import type { Product } from './product.ts';
import { sizes, type Size } from '../e2e/states.ts';

const signInOf = (code: string) => code.toLowerCase().replace('đ', 'd').replace('-', '');
export const everybody = delegates.map(({ code }) => signInOf(code));
/** Excused, excused, without a reason; ĐB-29 comes late. */
export const absent = ['db17', 'db40', 'db56'];
export const late = 'db29';
/** Before browsers of their own. */
const inBrowsers = ['db01', 'db04', 'db36', 'db21'];
const overTheNet = everybody.filter((who) => ![...inBrowsers, ...absent].includes(who));

export type Votes = { readonly [choice in Choice]: number };
/** The demo case's way to give a count to people: the chair approves, the others by number approve until the count is full,
 * then disapprove, then do not vote; whoever is left does not press. */
export function choicesOf(votes: Votes, silent: readonly string[] = []): ReadonlyMap<string, Choice> {
	const others = everybody.filter((who) => who !== 'db01' && ![...absent, ...silent].includes(who));
	const chosen: Choice[] = [
		...Array.from({ length: votes.approve - 1 }, (): Choice => 'approve'),
		...Array.from({ length: votes.disapprove }, (): Choice => 'disapprove'),
		...Array.from({ length: votes.notVoting }, (): Choice => 'notVoting')
	];
	const given = others.flatMap((who, at) => (chosen[at] ? [[who, chosen[at]] as const] : []));
	return new Map([...given, ['db01', 'approve']]);
}

export class Cast {
	readonly product: Product;
	readonly #browser: Browser;
	readonly #own: { readonly [who: string]: Browser };
	readonly #pages = new Map<string, Page>();
	readonly #callers = new Map<string, Caller>();
	meeting = '' as MeetingId;

	/** Whoever has a browser with other devices is named. */
	constructor(browser: Browser, product: Product, own: { readonly [who: string]: Browser } = {}) {
		[this.#browser, this.product, this.#own] = [browser, product, own];
	}
	/** The browser of somebody, signed in by his password. */
	async page(who: string, size: Size = 'tablet'): Promise<Page> {
		const known =
			this.#pages.get(who) ?? (await atWork(this.#own[who] ?? this.#browser, this.product, who, size));
		this.#pages.set(who, known);
		return known;
	}
	/** A device that nobody is signed in on. */
	async device(size: Size): Promise<Page> {
		const context = await this.#browser.newContext({ viewport: sizes[size] });
		const page = await context.newPage();
		this.#pages.set(`device ${this.#pages.size}`, page);
		return page;
	}
	async caller(who: string): Promise<Caller> {
		const known = this.#callers.get(who) ?? (await overHttp(this.product, who));
		this.#callers.set(who, known);
		return known;
	}
	/** Everybody who acts over http does something; some at a time, as at a hall's door. */
	async others(
		does: (who: string) => Promise<void>,
		{ but = [] }: { but?: readonly string[] } = {}
	): Promise<void> {
		const people = overTheNet.filter((who) => !but.includes(who));
		for (let at = 0; at < people.length; at += 8) await Promise.all(people.slice(at, at + 8).map(does));
	}
	async command(who: string, name: string, input: object = {}): Promise<void> {
		const answer = await this.#sends(who, name, input);
		expect(answer.status, `${name} by ${who}: ${answer.text}`).toBe(200);
	}
	async refused(who: string, name: string, input: object, refusal: Record<string, unknown>): Promise<void> {
		expect((await this.#sends(who, name, input)).json()).toMatchObject(refusal);
	}
	async #sends(who: string, name: string, input: object) {
		const sent = { command: randomUUID(), name, input };
		return (await this.caller(who)).postJson(`/meetings/${this.meeting}/commands`, sent);
	}
	/** Whoever has no browser casts what the choices say of him. */
	async castOthers(choices: ReadonlyMap<string, Choice>): Promise<void> {
		const round = (await this.live()).rounds.find(({ state }) => state === 'open')?.id;
		if (!round) throw new Error('no round is open');
		await this.others(async (who) => {
			const choice = choices.get(who);
			if (!choice) return;
			const caller = await this.caller(who);
			const answer = await caller.postJson(`/live/${this.meeting}/ballots`, { round, attempt: 1, choice });
			expect(answer.status, answer.text).toBe(200);
		});
	}
	/** The meeting as a delegate's stream shows it. */
	async live(): Promise<LiveMeeting> {
		const caller = await this.caller('db02');
		const { text } = await caller.get(`/live/${this.meeting}?once=1&as=delegate`);
		const view: { live: LiveMeeting } = JSON.parse(/^event: view\ndata: (.*)$/m.exec(text)?.[1] ?? '');
		return view.live;
	}
	/** Shows the password again where the product asks who it is. */
	async stepUp(who: string): Promise<void> {
		const page = await this.page(who);
		const dialog = page.getByRole('dialog', { name: /Xác nhận đây là/ });
		await dialog.getByLabel('Mật khẩu').fill(passwordOf(this.product, who));
		await dialog.getByRole('button', { name: 'Xác nhận', exact: true }).click();
		await expect(dialog).toBeHidden();
	}
	async close(): Promise<void> {
		for (const page of this.#pages.values()) await page.context().close();
	}
}

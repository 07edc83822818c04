// Somebody who has no mouse and no finger: Tab, arrows, Enter, Space and Escape, and what he types. Wherever a key leaves
// him, the focus is somewhere, in view, with its mark, and nothing lies over it.
import { expect, type Locator, type Page } from '@playwright/test';

const mostTabs = 80;

/** In the page: null where all is well, else what is wrong with the place of the focus. */
function faultOfFocus() {
	const at = document.activeElement;
	if (!(at instanceof HTMLElement) || at === document.body) return 'the focus is nowhere';
	const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
	/** What lies at the middle of that part of it which is in the window. */
	const inView = () => {
		const { left, top, right, bottom } = at.getBoundingClientRect();
		const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
		const seen = document.elementFromPoint(x, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
		return seen && (at.contains(seen) || seen.contains(at) || label?.contains(seen));
	};
	const isMarked = () =>
		[at, at.parentElement, at.nextElementSibling, label].some((node) => {
			const style = node && getComputedStyle(node);
			return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
		});
	const name = `${at.tagName} ${at.ariaLabel ?? label?.textContent ?? at.textContent?.trim().slice(0, 40)}`;
	if (!inView()) return `${name} is not in view`;
	// a heading to which the focus was moved has no mark: what comes next is what can be pressed
	return at.tabIndex < 0 || isMarked() ? null : `${name} has no mark`;
}

export class Keyboard {
	readonly #page: Page;
	constructor(page: Page) {
		this.#page = page;
	}

	/** The focus is somewhere where it is seen; soon, for what closes takes a moment. */
	async keepsFocus(): Promise<void> {
		await expect.poll(() => this.#page.evaluate(faultOfFocus)).toBe(null);
	}
	/** Presses a key, after which the focus still is somewhere. */
	async press(key: string): Promise<void> {
		await this.#page.keyboard.press(key);
		await this.keepsFocus();
	}
	/** Goes on by Tab, or back by Shift+Tab, until it stands there. */
	async goTo(target: Locator, { back = false }: { back?: boolean } = {}): Promise<void> {
		await expect(target).toBeVisible();
		for (let tabs = 0; tabs < mostTabs; tabs++) {
			if (await target.evaluate((element) => element === document.activeElement)) return this.keepsFocus();
			await this.#page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
		}
		throw new Error(`${target} is not reached by ${mostTabs} tabs`);
	}
	/** Goes there and presses it, once it takes something. */
	async pressOn(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
		await this.goTo(target);
		await expect(target).not.toHaveAttribute('aria-disabled');
		await this.#page.keyboard.press(key);
	}
	/** Goes to a field and types. */
	async type(target: Locator, text: string): Promise<void> {
		await this.goTo(target);
		await this.#page.keyboard.press('Control+a');
		await this.#page.keyboard.type(text);
	}
}

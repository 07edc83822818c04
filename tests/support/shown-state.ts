// A story that reaches a state shows it: no fault of accessibility in either theme, nothing wider than the screen
// nor standing over its neighbour at any size that its people use, and with NGHISU_SHOTS a picture of each in docs/shots.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { sizes, states, suffixes, type Size, type StateName } from '../e2e/states.ts';
import { ground } from './ground.ts';

const folder = process.env.NGHISU_SHOTS === undefined ? null : path.resolve('docs/shots');

/** Shows a state as it stands on the page, at all its sizes; the page is left at the size it had. */
export async function showState(page: Page, name: StateName, { axe = true } = {}): Promise<void> {
	const { at, dark } = states[name];
	const before = page.viewportSize();
	for (const size of at) {
		await page.setViewportSize(sizes[size]);
		for (const theme of dark ? (['light', 'dark'] as const) : (['light'] as const)) {
			await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
			await stands(page);
			if (axe && size === at[0]) await withoutFaults(page, name, theme);
			if (folder) await page.screenshot({ path: pictureOf(name, size, theme), animations: 'disabled' });
		}
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
		expect.soft(await isTooWide(page), `${name} at ${size} is wider than the screen`).toBe(false);
		expect.soft(await spilling(page), `${name} at ${size}: these do not hold what is in them`).toEqual([]);
	}
	if (before) await page.setViewportSize(before);
	fs.appendFileSync(coverage(), `${name}\n`);
}

/** Colours that are still on their way from one theme to the other are nobody's. */
const stands = (page: Page) =>
	page.evaluate(() =>
		Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => null)
	);

async function withoutFaults(page: Page, name: StateName, theme: string) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const faults = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`
	);
	expect.soft(faults, `${name}, ${theme}`).toEqual([]);
}

const isTooWide = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

/** Boxes whose content stands over what comes after them. */
const spilling = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('.pane, .card, main section, aside section, li, dialog')]
			.filter((box) => getComputedStyle(box).overflowY === 'visible')
			.filter(({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 8)
			.map(
				({ tagName, className, scrollHeight, clientHeight }) =>
					`${tagName.toLowerCase()}.${String(className)}: ${scrollHeight} in ${clientHeight}`
			)
	);

function pictureOf(name: StateName, size: Size, theme: 'light' | 'dark'): string {
	const first = states[name].at[0] === size;
	return path.join(
		folder ?? '',
		`${name}${first ? '' : `-${suffixes[size]}`}${theme === 'dark' ? '-d' : ''}.png`
	);
}

const coverage = () => path.join(ground().folder, 'states');
/** The states that the stories of this run have shown so far. */
export const shownStates = (): ReadonlySet<string> =>
	new Set(fs.existsSync(coverage()) ? fs.readFileSync(coverage(), 'utf8').trim().split('\n') : []);

// What a page of a story receives of others: whether it goes on, or has stopped.
import { expect, type Page } from '@playwright/test';
import { received } from './peers.ts';

type Figure = (page: Page) => Promise<number>;
export const energyOf: Figure = async (page) => (await page.evaluate(received)).soundEnergy;
export const framesOf: Figure = async (page) => (await page.evaluate(received)).frames;

const moreWithin = async (page: Page, what: Figure, ms: number) => {
	const before = await what(page);
	await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);
	return (await what(page)) - before;
};
/** What is received goes on rising. */
export async function rises(page: Page, what: Figure): Promise<void> {
	const more = () => moreWithin(page, what, 200);
	await expect.poll(more, { timeout: 20_000, intervals: [50] }).toBeGreaterThan(0);
}
/** What is received has stopped: looked at over a second. */
export async function isStill(page: Page, what: Figure): Promise<void> {
	await expect.poll(() => moreWithin(page, what, 1_000), { timeout: 15_000 }).toBe(0);
}

// A browser beside the one of all stories, where a story needs other devices than that has.
import { chromium, type Browser } from '@playwright/test';
import config from '../../playwright.config.ts';

const { args = [], executablePath } = config.use?.launchOptions ?? {};

/** With those of the usual settings that are kept, and with more. */
export const browserWith = (keep: (arg: string) => boolean, ...more: string[]): Promise<Browser> =>
	chromium.launch({ executablePath, args: [...args.filter(keep), ...more] });

// The browser of the benches: Debian's Chromium, which trusts the ground's authority and knows the name of the tests.
import { chromium, type Browser } from '@playwright/test';
import os from 'node:os';
import path from 'node:path';
import { trustingHome } from '../support/ground.ts';
import { mediaArgs } from '../support/video-guest.ts';

/** To be called once the ground is laid. */
export function openBrowser(...args: readonly string[]): Promise<Browser> {
	process.env.XDG_CACHE_HOME ||= path.join(os.homedir(), '.cache'); // the video server stays where it is
	process.env.HOME = trustingHome();
	return chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: [...mediaArgs, '--host-resolver-rules=MAP nghisu.test 127.0.0.1', '--accept-lang=vi-VN', ...args]
	});
}

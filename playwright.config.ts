import { defineConfig } from '@playwright/test';

/** Stories that need the video server, or WebKit, are left out with it. */
const leftOut = [
	...(process.env.WITHOUT_VIDEO ? ['**/*.livekit.test.ts'] : []),
	...(process.env.WITHOUT_WEBKIT ? ['**/webkit.test.ts'] : [])
];

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	globalSetup: './tests/e2e/setup.ts',
	fullyParallel: false,
	workers: 2,
	projects: [
		{ name: 'stories', testIgnore: ['**/zz-states.test.ts', ...leftOut] },
		{ name: 'states', testMatch: '**/zz-states.test.ts', dependencies: ['stories'] }
	],
	forbidOnly: Boolean(process.env.CI),
	timeout: 180_000,
	expect: { timeout: 10_000 },
	outputDir: 'test-results/stories',
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		viewport: { width: 1180, height: 820 },
		locale: 'vi-VN',
		actionTimeout: 10_000,
		timezoneId: 'Asia/Ho_Chi_Minh',
		trace: { mode: 'retain-on-failure', screenshots: false },
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--host-resolver-rules=MAP nghisu.test 127.0.0.1',
				// five pictures a second from each camera: nine browsers share the cores of one machine
				'--use-fake-device-for-media-stream=fps=5',
				'--use-fake-ui-for-media-stream'
			]
		}
	}
});

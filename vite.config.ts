import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import type { BrowserCommand } from 'vitest/node';
import type * as VideoControl from './tests/support/video-control.ts';
import type { Controls } from './tests/support/video-control.ts';

const src = path.resolve('src') + '/';

const doorPaths = /^\/live\/|^\/meetings\/[0-9a-f-]{36}\/papers(\/[0-9a-f-]{36}\/\d+\/file)?(\?|$)/;
/** The doors that answer before SvelteKit, in development as in scripts/server.ts: the same module instance as Kit's. */
const doors: Plugin = {
	name: 'nghisu-doors',
	configureServer(server) {
		server.middlewares.use(async (req, res, next) => {
			if (!doorPaths.test(req.url ?? '')) return next();
			const { serve } = await server.ssrLoadModule('/src/server/live/doors.ts');
			if (!(await serve(req, res))) next();
		});
	}
};

/** SvelteKit 2 guards only $lib/server and *.server.*: drop with version 3. */
const serverOnly: Plugin = {
	name: 'nghisu-server-only',
	enforce: 'pre',
	async resolveId(id, importer, options) {
		if (options.ssr || process.env.TEST || !importer?.startsWith(src)) return;
		const target = (await this.resolve(id, importer, { ...options, skipSelf: true }))?.id;
		if (target?.startsWith(`${src}server/`))
			throw new Error(`${importer} runs in the browser: it must not import ${id}`);
	}
};

/** Debian's Chromium, or the one that is named. */
const chromium = {
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
};

/** With a camera and a microphone that are none, for tests of calls. */
const withDevices = {
	...chromium,
	args: [
		...chromium.args,
		'--use-fake-ui-for-media-stream',
		'--use-fake-device-for-media-stream=fps=15',
		'--autoplay-policy=no-user-gesture-required'
	]
};
/** Loaded when it is called: it knows the paths of the product, which this file does not. */
const controlVideo: BrowserCommand<[name: keyof Controls, ...args: unknown[]]> = async (_, name, ...args) => {
	const control: typeof VideoControl = await import(path.resolve('tests/support/video-control.ts'));
	return control.control(name, args);
};

const rules = ['tests/{lib,domain,client,i18n}/**/*.test.ts'];
const records = 'tests/server/records/**/*.test.ts';
/** They need the video server: WITHOUT_VIDEO=1 leaves them out, and the last lines of the run say so. */
const withVideo = '**/*.livekit.test.ts';
const database = './tests/support/database.ts';

/**
 * What a dozen screens share is one file, with all that it imports, so that no two files need each other: scores of small
 * ones cost a delegate's first screen three kilobytes more.
 */
const shared: Plugin = {
	name: 'nghisu-shared-chunk',
	config: (_, { isSsrBuild }) =>
		isSsrBuild
			? {}
			: {
					build: {
						rolldownOptions: {
							output: {
								codeSplitting: {
									groups: [
										{
											name: 'shared',
											minShareCount: 12,
											test: /node_modules\/@lucide\/|\/src\/(lib|domain|client|ui\/(kit|accounts))\//
										}
									]
								}
							}
						}
					}
				}
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/i18n/messages',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale']
		}),
		serverOnly,
		shared,
		doors,
		sveltekit()
	],
	test: {
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{ extends: true, test: { name: 'rules', include: rules, exclude: [withVideo] } },
			{
				extends: true,
				test: {
					name: 'repository',
					include: ['tests/*.test.ts', 'tests/scripts/**/*.test.ts'],
					exclude: [withVideo]
				}
			},
			{
				extends: true,
				test: {
					name: 'server',
					globalSetup: database,
					include: ['tests/server/**/*.test.ts'],
					exclude: [records, withVideo]
				}
			},
			{
				extends: true,
				test: {
					name: 'video',
					globalSetup: database,
					include: ['tests/{server,scripts}/**/*.livekit.test.ts']
				}
			},
			{ extends: true, test: { name: 'records', globalSetup: database, include: [records] } },
			{
				extends: true,
				test: {
					name: 'processes',
					globalSetup: './tests/processes/setup.ts',
					include: ['tests/processes/**/*.test.ts'],
					exclude: process.env.WITHOUT_VIDEO ? [withVideo] : [],
					fileParallelism: false
				}
			},
			{
				extends: true,
				// all that components import is known before the first test: finding it later would load the page anew
				optimizeDeps: { entries: ['src/{client,ui}/**/*.{svelte,ts}', 'tests/ui/**/*.test.ts'] },
				test: {
					name: 'components',
					include: ['tests/ui/**/*.test.ts'],
					setupFiles: ['./tests/support/browser.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: chromium }),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				extends: true,
				optimizeDeps: { include: ['livekit-client'], entries: ['tests/client/video/*.livekit.test.ts'] },
				test: {
					name: 'call',
					include: ['tests/client/**/*.livekit.test.ts'],
					fileParallelism: false,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: withDevices }),
						instances: [{ browser: 'chromium' }],
						commands: { video: controlVideo }
					}
				}
			}
		]
	}
});

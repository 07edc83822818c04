import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { leastVersion } from '../scripts/livekit-binary.ts';
import { configOf, type LivekitConfig } from '../scripts/livekit-config.ts';
import { printedDocs } from '../scripts/docs.ts';
import { tender } from '../scripts/tender.ts';

describe('the printed pages', async () => {
	const printed = await printedDocs();

	test.each(Object.keys(printed))('%s is what the code says: npm run docs prints it anew', (file) => {
		expect(fs.readFileSync(file, 'utf8')).toBe(printed[file]);
	});
});

test('every function of the tender is known by its number; stories show those they name', () => {
	const functions = tender();
	const shown = functions.filter(({ story }) => story !== null);
	console.log(`tender: ${shown.length} of ${functions.length} functions have a story`);

	expect(functions.map(({ n }) => n)).toEqual(Array.from({ length: 97 }, (_, at) => at + 1));
});

const ownConfig = configOf({
	keys: { key: 'nghisu', secret: '192.0.2.1' },
	ports: { http: 7880, tcp: 7881, udp: 7882 },
	address: '192.0.2.1',
	bind: '127.0.0.1',
	webhook: 'http://127.0.0.1:3000/live/video'
});
/** What does not depend on the machine. */
function commonOf(config: LivekitConfig) {
	const { keys: _, port: __, bind_addresses: ___, webhook: ____, rtc: _____, ...common } = config;
	return common;
}

describe('infra', () => {
	const compose = fs.readFileSync('infra/compose.yaml', 'utf8');
	const dockerfile = fs.readFileSync('infra/Dockerfile', 'utf8');
	const proxy = fs.readFileSync('infra/proxy.conf', 'utf8');
	const settings = fs.readFileSync('docs/settings.md', 'utf8');
	const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = '']) => one);
	const named = (part: string) =>
		new RegExp(`\\| ${part} \\| \`([^\`]+)\` \\| ([^|]+) \\|`).exec(settings) ?? [];
	const services = parse(compose).services;

	test('runs the images that the settings page names', () => {
		const [database, livekit, proxied, product] = ['database', 'livekit', 'proxy', 'product'].map(
			(part) => named(part)[1]
		);

		expect(found(compose, /image: (\S+)/g)).toEqual([database, livekit, proxied]);
		expect(new Set(found(dockerfile, /^FROM (\S+)/gm))).toEqual(new Set([product]));
	});

	test('uses the ports that the settings page names', () => {
		const outside = found(services.proxy.ports.join(' '), /(\d+):\d+/g);

		expect(named('proxy')[2]).toBe(outside.join(' and '));
		expect(found(proxy, /listen (\d+)/g)).toEqual(outside);
		expect([...found(dockerfile, /EXPOSE (\d+)/g), ...found(proxy, /server product:(\d+)/g)]).toEqual([
			'3000',
			'3000'
		]);
	});

	test('runs the video server as npm start does, but for what only one of them knows', () => {
		const filled = services.livekit.environment.LIVEKIT_CONFIG.replace(/\$\{[^}]+\}/g, '192.0.2.1');
		const [inContainers, own] = [parse(filled), ownConfig];
		const { rtc, keys, port, bind_addresses, webhook, ...common } = inContainers;

		expect({ ...common, rtc: { ...own.rtc, ...rtc } }).toEqual({ ...commonOf(own), rtc: own.rtc });
		// a container has none of the machine's addresses: a choice among its own would leave none
		expect(Object.keys(own.rtc).filter((name) => !(name in rtc))).toEqual(['ips']);
		expect([keys, port, bind_addresses]).toEqual([{ nghisu: '192.0.2.1' }, 7880, ['0.0.0.0']]);
		expect(webhook).toEqual({ api_key: 'nghisu', urls: ['http://product:3000/live/video'] });
		const [tcp, udp] = [rtc.tcp_port, rtc.udp_port];
		expect(services.livekit.ports).toEqual([`${tcp}:${tcp}`, `${udp}:${udp}/udp`]);
		expect(found(named('livekit')[2] ?? '', /(\d{4})/g).map(Number)).toEqual([tcp, udp, port]);
	});

	test('runs the release of the video server that the module names', () => {
		const release = /livekit-server (v[\d.]+)/.exec(fs.readFileSync('infra/livekit/go.mod', 'utf8'))?.[1];

		expect(named('livekit')[1]).toBe(`livekit/livekit-server:${release}`);
		expect(release).toBe(`v${leastVersion.join('.')}`);
	});

	test('sets exactly the settings that there are', () => {
		const all = found(settings, /^\| `([A-Z_]+)` \|/gm);
		const product = compose.slice(compose.indexOf('  product:'), compose.indexOf('  proxy:'));

		expect(found(product, /^ {6}([A-Z_]+):/gm).toSorted()).toEqual(all.toSorted());
		expect(all).toEqual(
			expect.arrayContaining(found(dockerfile.replace('NODE_ENV=production ', ''), /([A-Z_]+)=/g))
		);
	});

	test('copies into the image what the product reads when it runs', () => {
		const copied = found(dockerfile, /COPY --from=build \/app\/(\S+)/g);

		expect(copied).toEqual(
			expect.arrayContaining(['build', 'drizzle', 'scripts', 'src', 'typst', 'node_modules'])
		);
		for (const name of copied.filter((one) => !['build', 'node_modules'].includes(one)))
			expect(fs.existsSync(name)).toBe(true);
	});
});

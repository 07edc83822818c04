import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
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

describe('infra', () => {
	const compose = fs.readFileSync('infra/compose.yaml', 'utf8');
	const dockerfile = fs.readFileSync('infra/Dockerfile', 'utf8');
	const proxy = fs.readFileSync('infra/proxy.conf', 'utf8');
	const settings = fs.readFileSync('docs/settings.md', 'utf8');
	const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = '']) => one);
	const named = (part: string) =>
		new RegExp(`\\| ${part} \\| \`([^\`]+)\` \\| ([^|]+) \\|`).exec(settings) ?? [];

	test('runs the images that the settings page names', () => {
		const [database, proxied, product] = ['database', 'proxy', 'product'].map((part) => named(part)[1]);

		expect(found(compose, /image: (\S+)/g)).toEqual([database, proxied]);
		expect(new Set(found(dockerfile, /^FROM (\S+)/gm))).toEqual(new Set([product]));
	});

	test('uses the ports that the settings page names', () => {
		const outside = found(compose, /- '(\d+):\d+'/g);

		expect(named('proxy')[2]).toBe(outside.join(' and '));
		expect(found(proxy, /listen (\d+)/g)).toEqual(outside);
		expect([...found(dockerfile, /EXPOSE (\d+)/g), ...found(proxy, /server product:(\d+)/g)]).toEqual([
			'3000',
			'3000'
		]);
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

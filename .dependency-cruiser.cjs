const modules = require('./modules.json');

const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const floor = (name, ...below) =>
	rule(
		`floor-${name}`,
		{ path: `^src/${name}/` },
		{ path: '^src/', pathNot: `^src/(${[name, ...below].join('|')})(/|$)` }
	);
const door = (name, npm, only) =>
	rule(`door-${name}`, { path: '^src/', pathNot: only }, { path: `(^|node_modules/)(${npm})/` });
const pure = ['@noble/hashes', '@noble/curves', 'libsodium-wrappers-sumo', 'canonicalize', 'fflate'];

module.exports = {
	forbidden: [
		floor('lib'),
		floor('domain', 'lib'),
		floor('i18n', 'domain', 'lib'),
		floor('server', 'i18n', 'domain', 'lib', 'env[.]ts'),
		floor('client', 'i18n', 'domain', 'lib'),
		floor('ui', 'client', 'i18n', 'domain', 'lib'),
		...modules
			.slice(0, -1)
			.map((module, i) =>
				rule(
					`order-${module}`,
					{ path: `^src/(domain|server|ui)/${module}/` },
					{ path: `^src/$1/(${modules.slice(i + 1).join('|')})/` }
				)
			),
		rule(
			'platform-knows-no-module',
			{ path: '^src/server/platform/' },
			{ path: `^src/server/(${modules.join('|')})/` }
		),
		rule(
			'domain-is-pure',
			{ path: '^src/(lib|domain)/' },
			{ pathNot: `^src/|node_modules/(${pure.join('|')})/` }
		),
		rule(
			'tables-are-private',
			{ path: '^src/server/([^/]+)/', pathNot: '/tables[.]ts$|^src/server/(search|oversight)/' },
			{ path: '^src/server/[^/]+/tables[.]ts$', pathNot: '^src/server/$1/' }
		),
		rule(
			'projections-are-composed-once',
			{ path: '^src/', pathNot: '^src/server/live/projections[.]ts$' },
			{ path: '/projection[.]ts$' }
		),
		rule(
			'policies-are-composed-once',
			{ path: '^src/', pathNot: '^src/domain/access/policy[.]ts$' },
			{ path: '^src/domain/access/policy/' }
		),
		rule('pages-are-types', { path: '/pages[.]ts$' }, { dependencyTypesNot: ['type-only'] }),
		rule(
			'kit-knows-no-subject',
			{ path: '^src/ui/kit/' },
			{ path: '^src/(client|domain|ui)/', pathNot: '^src/ui/(kit|styles)/' }
		),
		rule('screens-compose', { path: '^src/ui/', pathNot: '^src/ui/screens/' }, { path: '^src/ui/screens/' }),
		rule(
			'pages-stay-in-the-browser',
			{ path: '^src/routes/.*([.]svelte|/[+](page|layout)[.]ts)$' },
			{ path: '^src/server/' }
		),
		rule('routes-are-leaves', { path: '^src/', pathNot: '^src/routes/' }, { path: '^src/routes/' }),
		door('database', 'drizzle-orm|postgres', '^src/server/'),
		door('sign-in', 'lucia', '^src/server/accounts/sign-ins[.]ts$'),
		door('video-server', 'livekit-server-sdk', '^src/server/video/livekit[.]ts$'),
		door('video-call', 'livekit-client', '^src/client/video/'),
		door('qr', 'qrcode', '^src/server/platform/qr-image[.]ts$'),
		door('code-reader', 'zxing-wasm', '^src/client/live/code-worker[.]ts$'),
		rule('no-circles', {}, { circular: true })
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte'] }
	}
};

// Imports that break a rule of the architecture, and some that look like it and do not: the rules are tried on them.
type Planted = { readonly file: string; readonly text: string; readonly rule: string | null };

const component = (from: string) =>
	`<script lang="ts">\n\timport X from '${from}';\n</script>\n{String(X)}\n`;
const value = (from: string) => `import * as x from '${from}';\nexport const y = x;\n`;
const type = (from: string, name: string) =>
	`import type { ${name} } from '${from}';\nexport type Y = ${name};\n`;
const breach = (rule: string, file: string, text: string): Planted => ({ rule, file, text });
const lookalike = (file: string, text: string): Planted => ({ rule: null, file, text });

export const planted: readonly Planted[] = [
	breach('floor-lib', 'src/lib/p1.ts', type('#domain/journal/ids.ts', 'SeatId')),
	breach('floor-domain', 'src/domain/voting/p2.ts', type('#server/platform/db.ts', 'Tx')),
	breach('floor-i18n', 'src/i18n/p3.ts', value('#server/platform/clock.ts')),
	breach('floor-server', 'src/server/live/p4.ts', value('#client/live/send.ts')),
	breach('floor-client', 'src/client/live/p5.ts', value('#ui/kit/Button.svelte')),
	breach('floor-ui', 'src/ui/live/P6.svelte', component('#server/platform/clock.ts')),
	breach('order-attendance', 'src/domain/attendance/p7.ts', type('../voting/vote-round.ts', 'Choice')),
	breach('order-voting', 'src/server/voting/p8.ts', value('#server/live/run.ts')),
	breach('order-accounts', 'src/ui/accounts/P9.svelte', component('#ui/operations/DeviceScreen.svelte')),
	breach('platform-knows-no-module', 'src/server/platform/p10.ts', value('#server/live/run.ts')),
	breach('domain-is-pure', 'src/domain/voting/p11.ts', value('node:crypto')),
	breach('domain-is-pure', 'src/lib/p12.ts', value('valibot')),
	breach('domain-is-pure', 'src/domain/voting/p12b.ts', value('svelte')),
	breach('tables-are-private', 'src/server/live/p13.ts', value('#server/voting/tables.ts')),
	breach('projections-are-composed-once', 'src/server/live/p14.ts', value('#server/voting/projection.ts')),
	breach('policies-are-composed-once', 'src/domain/voting/p15.ts', value('../access/policy/voting.ts')),
	breach('pages-are-types', 'src/domain/voting/pages.ts', value('./vote-round.ts')),
	breach('kit-knows-no-subject', 'src/ui/kit/P17.svelte', component('#client/live/send.ts')),
	breach('kit-knows-no-subject', 'src/ui/kit/p17b.ts', type('#domain/voting/vote-round.ts', 'Choice')),
	breach('screens-compose', 'src/ui/operations/P18.svelte', component('#ui/screens/TrustScreen.svelte')),
	breach('pages-stay-in-the-browser', 'src/routes/p19/+page.svelte', component('#server/platform/clock.ts')),
	breach('pages-stay-in-the-browser', 'src/routes/p20/+page.ts', type('#server/platform/db.ts', 'Tx')),
	breach('routes-are-leaves', 'src/p21.ts', value('./routes/p19/+page.svelte')),
	breach('door-database', 'src/routes/p22/+server.ts', value('postgres')),
	breach('door-sign-in', 'src/server/live/p23.ts', value('lucia')),
	breach('door-video-server', 'src/server/live/p24.ts', value('livekit-server-sdk')),
	breach('door-video-call', 'src/client/live/p25.ts', value('livekit-client')),
	breach('door-qr', 'src/server/accounts/p26.ts', value('qrcode')),
	breach('door-code-reader', 'src/client/live/p26b.ts', value('zxing-wasm/reader')),
	breach('no-circles', 'src/domain/voting/p27.ts', type('./p28.ts', 'Z') + 'export type Q = Y;\n'),
	lookalike('src/domain/voting/p28.ts', type('./p27.ts', 'Q') + 'export type Z = 1;\n'),
	lookalike('src/server/platform/ok1.ts', value('../../env.ts')),
	lookalike('src/server/platform/qr-image.ts', value('qrcode')),
	lookalike('src/domain/voting/hall-ballot/ok3.ts', value('@noble/hashes/sha2.js')),
	lookalike('src/ui/operations/Ok4.svelte', component('#ui/kit/Button.svelte')),
	lookalike('src/server/records/ok5.ts', value('#server/live/state.ts')),
	lookalike('src/server/search/ok6.ts', value('#server/voting/tables.ts')),
	lookalike('src/server/voting/ok7/tables.ts', value('../tables.ts')),
	lookalike('src/domain/live/ok8/pages.ts', type('../meeting.ts', 'LiveMeeting')),
	lookalike('src/ui/live/Ok9.svelte', component('#client/live/room.svelte.ts')),
	lookalike('src/server/video/livekit.ts', value('livekit-server-sdk')),
	lookalike('src/server/attendance/ok11.ts', type('#domain/live/meeting.ts', 'LiveMeeting'))
];

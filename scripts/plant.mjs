import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
const svelte = (i) => `<script lang="ts">\n\timport X from '${i}';\n</script>\n{String(X)}\n`;
const ts = (i) => `import * as x from '${i}';\nexport const y = x;\n`;
const type = (i, n) => `import type { ${n} } from '${i}';\nexport type Y = ${n};\n`;
const bad = [
	['floor-lib', 'src/lib/p1.ts', type('#domain/journal/ids.ts', 'SeatId')],
	['floor-domain', 'src/domain/floor/p2.ts', type('#server/platform/db.ts', 'Tx')],
	['floor-i18n', 'src/i18n/p3.ts', ts('#server/platform/clock.ts')],
	['floor-server', 'src/server/live/p4.ts', ts('#client/live/send.ts')],
	['floor-client', 'src/client/live/p5.ts', ts('#ui/kit/Button.svelte')],
	['floor-ui', 'src/ui/floor/P6.svelte', svelte('#server/platform/clock.ts')],
	['order-attendance', 'src/domain/attendance/p7.ts', type('../voting/vote-round.ts', 'Choice')],
	['order-voting', 'src/server/voting/p8.ts', ts('#server/live/run.ts')],
	['order-meetings', 'src/ui/meetings/P9.svelte', svelte('#ui/floor/RequestToSpeakButton.svelte')],
	['platform-knows-no-module', 'src/server/platform/p10.ts', ts('#server/live/run.ts')],
	['domain-is-pure', 'src/domain/floor/p11.ts', ts('node:crypto')],
	['domain-is-pure', 'src/lib/p12.ts', ts('valibot')],
	['domain-is-pure', 'src/domain/floor/p12b.ts', ts('svelte')],
	['tables-are-private', 'src/server/live/p13.ts', ts('#server/voting/tables.ts')],
	['projections-are-composed-once', 'src/server/live/p14.ts', ts('#server/voting/projection.ts')],
	['policies-are-composed-once', 'src/domain/floor/p15.ts', ts('../access/policy/floor.ts')],
	['pages-are-types', 'src/domain/floor/pages.ts', ts('./queue.ts')],
	['kit-knows-no-subject', 'src/ui/kit/P17.svelte', svelte('#client/live/send.ts')],
	['kit-knows-no-subject', 'src/ui/kit/p17b.ts', type('#domain/floor/queue.ts', 'Floor')],
	['screens-compose', 'src/ui/floor/P18.svelte', svelte('#ui/screens/MeetingRoom.svelte')],
	['pages-stay-in-the-browser', 'src/routes/p19/+page.svelte', svelte('#server/platform/clock.ts')],
	['pages-stay-in-the-browser', 'src/routes/p20/+page.ts', type('#server/platform/db.ts', 'Tx')],
	['routes-are-leaves', 'src/p21.ts', ts('./routes/p19/+page.svelte')],
	['door-database', 'src/routes/p22/+server.ts', ts('postgres')],
	['door-sign-in', 'src/server/live/p23.ts', ts('lucia')],
	['door-video-server', 'src/server/live/p24.ts', ts('livekit-server-sdk')],
	['door-video-call', 'src/client/live/p25.ts', ts('livekit-client')],
	['door-qr', 'src/server/accounts/p26.ts', ts('qrcode')],
	['no-circles', 'src/domain/floor/p27.ts', type('./p28.ts', 'Z') + `export type Q = Y;\n`],
	[null, 'src/domain/floor/p28.ts', type('./p27.ts', 'Q') + 'export type Z = 1;\n']
];
const good = [
	['src/server/platform/ok1.ts', ts('../../env.ts')],
	['src/server/platform/qr-image.ts', ts('qrcode')],
	['src/domain/voting/hall-ballot/ok3.ts', ts('@noble/hashes/sha2.js')],
	['src/ui/floor/Ok4.svelte', svelte('#ui/meetings/AgendaItemForm.svelte')],
	['src/server/records/ok5.ts', ts('#server/live/state.ts')],
	['src/server/search/ok6.ts', ts('#server/voting/tables.ts')],
	['src/server/voting/ok7/tables.ts', ts('../tables.ts')],
	['src/domain/floor/ok8/pages.ts', type('../queue.ts', 'Floor')],
	['src/ui/floor/Ok9.svelte', svelte('#client/live/room.svelte.ts')],
	['src/server/video/livekit.ts', ts('livekit-server-sdk')],
	['src/server/attendance/ok11.ts', type('#domain/live/meeting.ts', 'LiveMeeting')]
];
const made = [];
try {
	for (const [, f, text] of [...bad, ...good.map((g) => [null, ...g])]) {
		if (fs.existsSync(f)) throw new Error(f);
		fs.mkdirSync(path.dirname(f), { recursive: true });
		fs.writeFileSync(f, text);
		made.push(f);
	}
	let out;
	try {
		out = execFileSync('depcruise', ['src', '--config', '.dependency-cruiser.cjs', '-T', 'json'], {
			maxBuffer: 1e9
		});
	} catch (e) {
		out = e.stdout;
	}
	const { violations } = JSON.parse(out).summary;
	let caught = 0;
	for (const [name, f] of bad)
		if (name) {
			const hit = violations.some((v) => v.rule.name === name && v.from === f);
			caught += hit;
			if (!hit)
				console.log(
					'MISSED',
					name,
					f,
					violations.filter((v) => v.from === f).map((v) => v.rule.name)
				);
		}
	console.log(`planted ${bad.filter(([n]) => n).length}, caught ${caught}`);
	const wrong = violations.filter((v) => good.some(([f]) => f === v.from) || !made.includes(v.from));
	console.log(
		`allowed ${good.length}, refused wrongly ${wrong.length}`,
		wrong.map((v) => [v.rule.name, v.from, v.to])
	);
} finally {
	for (const f of made) fs.rmSync(f);
	for (const d of [
		'src/routes/p19',
		'src/routes/p20',
		'src/routes/p22',
		'src/domain/voting/hall-ballot',
		'src/server/records',
		'src/server/search',
		'src/server/voting/ok7',
		'src/domain/floor/ok8',
		'src/server/video'
	])
		fs.rmSync(d, { recursive: true, force: true });
}

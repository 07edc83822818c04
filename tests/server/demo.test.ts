import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '#domain/journal/entry.ts';
import { emptyMeeting, fold, type LiveEvent } from '#domain/live/meeting.ts';
import { connectOnce, fresh } from '../../scripts/migrate.ts';
import { runNode } from '../../scripts/child.ts';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nghisu-demo-'));
let journal: Entry<LiveEvent>[] = [];

beforeAll(async () => {
	const { application, owner } = await fresh(
		process.env.DATABASE_OWNER_URL ?? '',
		`nghisu_scene_${process.pid}`
	);
	const env = { DATABASE_URL: application, NGHISU_DATA: folder };
	await runNode(['scripts/make-demo.ts', '--scene', 'ended'], { env });
	const sql = connectOnce(owner);
	const rows = await sql<{ bytes: Uint8Array }[]>`select bytes from journal order by seq`;
	journal = rows.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()));
	await sql.end();
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('the demo’s session', () => {
	const ended = () =>
		fold(
			emptyMeeting,
			journal.map(({ event }) => event)
		);

	test('carries V05 by exactly 31 of 60 and does not carry V06 with 30', () => {
		const counts = ended().rounds.map(({ membership, tally, box, carried }) => {
			return { membership, ...tally, notCast: box?.notCast, absent: box?.absent, carried };
		});

		expect(counts).toEqual([
			{ membership: 60, approve: 56, disapprove: 0, notVoting: 0, notCast: 0, absent: 4, carried: true },
			{ membership: 60, approve: 31, disapprove: 20, notVoting: 5, notCast: 1, absent: 3, carried: true },
			{ membership: 60, approve: 30, disapprove: 21, notVoting: 6, notCast: 0, absent: 3, carried: false }
		]);
	});

	test('had 56 present when it was opened and 57 from the moment that ĐB-29 came', () => {
		const opened = journal.findIndex(({ event }) => event.type === 'sitting.opened');
		const before = fold(
			emptyMeeting,
			journal.slice(0, opened).map(({ event }) => event)
		);

		expect(before.roll.present).toBe(56);
		expect(ended().roll.present).toBe(57);
		expect(Object.entries(ended().roll.seats ?? {}).filter(([, { late }]) => late)).toMatchObject([
			['ĐB-29', {}]
		]);
	});

	test('had its three points heard before it was opened; Hòn Mây was gone once, and all left at the end', () => {
		const opened = journal.findIndex(({ event }) => event.type === 'sitting.opened');
		const heard = journal.flatMap(({ event }, at) => (event.type === 'video.pointHeard' ? [at] : []));
		const { meeting, video } = ended();
		const counted = meeting.points.map(({ id, name }) => [name, video.points[id]?.headcount]);

		expect(heard.filter((at) => at < opened)).toHaveLength(3);
		expect(counted).toEqual([
			['xã Tân Hòa', 8],
			['đặc khu Hòn Mây', 5],
			['phường Trung Giang', 6]
		]);
		expect(Object.values(video.points).every(({ goneAt }) => goneAt !== null)).toBe(true);
		expect(journal.filter(({ event }) => event.type === 'video.pointJoined')).toHaveLength(4);
	});

	test('lies before now from its first event to its last, in order', () => {
		const times = journal.map(({ at }) => at);

		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(times.at(-1)).toBeLessThanOrEqual(Date.now());
		expect(ended().meeting.state).toBe('closed');
	});
});

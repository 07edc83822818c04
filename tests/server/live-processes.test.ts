import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#domain/journal/ids.ts';
import { joinPersonal, tellNotices } from '#server/live/personal.ts';
import { presentIn, sayPresent } from '#server/live/presence.ts';
import { alone, client, db, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { hall } from '../support/hall.ts';

afterAll(() => client.end());
const soon = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('several processes', () => {
	test('a notice to a whole hall reaches everybody', async () => {
		const people = Array.from({ length: 2500 }, () => newId<PersonId>());
		let told = 0;
		const leave = people.map((person) => joinPersonal(person, () => told++));
		await db.execute(
			sql`insert into notices (id, person, kind, about) select gen_random_uuid(), p::uuid, 'paperLate', 'x' from jsonb_array_elements_text(${JSON.stringify(people)}::jsonb) p`
		);

		for (let n = 0; n < 3; n++) await tellNotices();

		for (const left of leave) left();
		expect(told).toBe(2500);
	});
	test('a reconciler runs in one place only', async () => {
		let release = () => {};
		const first = alone('rooms', () => new Promise<string>((resolve) => (release = () => resolve('done'))));
		await soon();
		const second = await alone('rooms', async () => 'done');
		release();
		expect([await first, second]).toEqual(['done', null]);
	});
	test('presence fades after 60 seconds', async () => {
		const h = await hall(2);
		await sayPresent(
			h.meeting,
			h.delegate.map(({ person }) => person)
		);
		await db.execute(
			sql`update presence set seen_at = now() - interval '61 seconds' where person = ${h.delegate[0]!.person}`
		);
		expect(await transaction(null, (tx) => presentIn(tx, h.meeting))).toEqual([
			{ person: h.delegate[1]!.person }
		]);
	});
});

import '../support/own-database.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TodayPage } from '#domain/live/today.ts';
import { frameOfPages, todayPage } from '#server/live/today.ts';
import { markRead } from '#server/notices/commands.ts';
import { client } from '#server/platform/db.ts';
import { makeDemo } from '../support/demo/make.ts';
import { actingAs, personOf } from '../support/demo/people.ts';

beforeAll(() => makeDemo('opened'));
afterAll(() => client.end());

async function todayOf(signIn: string): Promise<TodayPage> {
	const page = await todayPage.run(actingAs(await personOf(signIn)), {});
	if (!page.ok) throw new Error(page.refusal.code);
	return page.value;
}

describe('the page of today', () => {
	test('shows a delegate the session that is open, with his seat', async () => {
		const { current, person } = await todayOf('db04');

		expect(person).toMatchObject({ name: 'Nguyễn Quốc Toàn', address: 'ong' });
		expect(current?.line).toMatchObject({ state: 'called', seat: 'ĐB-04', roles: ['delegate'] });
		expect(current?.sitting).toMatchObject({ start: '08:00', state: 'open' });
	});

	test('lists the sittings of both days, and the invitation until it is read', async () => {
		const before = await todayOf('db04');
		expect(before.sittings).toHaveLength(4);
		expect(before.notices).toMatchObject([{ kind: 'meetingCalled' }]);

		await markRead.run(actingAs(await personOf('db04')), { notice: before.notices[0]?.id });

		expect((await todayOf('db04')).notices).toEqual([]);
		expect((await todayOf('db36')).notices).toHaveLength(1);
	});

	test('shows nothing to somebody who is in no meeting', async () => {
		expect(await todayOf('stc')).toMatchObject({ current: null, sittings: [], tasks: [], notices: [] });
	});

	test('is framed by who is signed in and how much waits', async () => {
		const frame = await frameOfPages.run(actingAs(await personOf('db36')), {});

		expect(frame).toMatchObject({ ok: true, value: { person: { name: 'Lê Xuân Vinh' }, waiting: 1 } });
	});
});

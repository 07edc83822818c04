import { afterAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#domain/journal/ids.ts';
import { ok, refuse } from '#lib/result.ts';
import { markRead, settle } from '#server/notices/commands.ts';
import { notify } from '#server/notices/notify.ts';
import { countWaiting, waitingFor } from '#server/notices/queries.ts';
import { client, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { who } from '../../support/hall.ts';

afterAll(() => client.end());

const [toan, lien] = [newId<PersonId>(), newId<PersonId>()];
const waiting = (person: PersonId) => transaction(null, (tx) => waitingFor(tx, person));
const tell = (people: readonly PersonId[], about: string) =>
	transaction(null, (tx) => notify(tx, people, { kind: 'meetingCalled', about, title: 'Kỳ họp thứ 6' }));

describe('a notice', () => {
	test('waits for each of those it was for, the newest first', async () => {
		const about = newId();
		await tell([toan, lien], newId());
		await tell([toan], about);

		const [newest, ...rest] = await waiting(toan);

		expect(newest).toMatchObject({ kind: 'meetingCalled', about, title: 'Kỳ họp thứ 6' });
		expect(rest).toHaveLength(1);
		expect(await transaction(null, (tx) => countWaiting(tx, lien))).toBe(1);
	});

	test('for nobody is none', async () => {
		await expect(tell([], newId())).resolves.toBeUndefined();
	});

	test('that was read waits no longer', async () => {
		const person = newId<PersonId>();
		await tell([person], newId());
		const [notice] = await waiting(person);

		expect(await markRead.run(who(person), { notice: notice?.id })).toEqual(ok(null));

		expect(await waiting(person)).toEqual([]);
	});

	test('as Liên, naming that of Toàn, is not marked', async () => {
		const person = newId<PersonId>();
		await tell([person], newId());
		const [notice] = await waiting(person);

		await markRead.run(who(lien), { notice: notice?.id, person });

		expect(await waiting(person)).toHaveLength(1);
	});

	test('that names none is refused', async () => {
		expect(await markRead.run(who(lien), { notice: 'x' })).toEqual(
			refuse({ code: 'inputInvalid', fields: { notice: 'custom' } })
		);
	});

	test('about something that is settled waits for nobody', async () => {
		const [person, about] = [newId<PersonId>(), newId()];
		await tell([person], about);
		await tell([person], newId());

		await transaction(null, (tx) => settle(tx, about));

		expect(await waiting(person)).toHaveLength(1);
	});
});

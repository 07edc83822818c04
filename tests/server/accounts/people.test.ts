import '../../support/own-database.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { PersonId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { addPeople, addUnits, found } from '#server/accounts/commands.ts';
import { demoPeople } from '#server/accounts/demo.ts';
import { signInAsDemo, signInByPassword } from '#server/accounts/entry.ts';
import {
	membersOf,
	peopleNamed,
	personNamed,
	placeOf,
	positionOf,
	rolesOf,
	unitsByCode,
	unitsOfRole
} from '#server/accounts/queries.ts';
import { accounts } from '#server/accounts/tables.ts';
import { client, db, transaction, type Tx } from '#server/platform/db.ts';
import { markDemo } from '#server/platform/installation.ts';
import { newId } from '#server/platform/new-id.ts';
import { knock } from '../../support/accounts.ts';
import { actingAs, makePeople, offers, personOf, type DemoAccount } from '../../support/demo/people.ts';

let made: readonly DemoAccount[] = [];
/** What two cores are busy with: a machine that does other things beside is no fault of ours. */
beforeAll(async () => {
	made = await makePeople();
});
afterAll(() => client.end());

const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(null, work);
const bodyOf = async (code: string) => {
	const unit = (await read((tx) => unitsByCode(tx, [code]))).get(code);
	if (!unit) throw new Error(`no unit ${code}`);
	return unit.id;
};
const person = { name: 'Lê Thị Ngà', gender: 'female', address: 'ba' } as const;

describe('the people of the demo province', () => {
	test('each have a password of their own', () => {
		expect(made.length).toBeGreaterThan(130);
		expect(new Set(made.map(({ password }) => password)).size).toBe(made.length);
	});

	test('are 60 delegates in the order of their codes, 21 of them women, in seven groups and committees of 7, 8 and 8', async () => {
		const members = await read(async (tx) => membersOf(tx, await bodyOf('MG-HDND')));

		expect(members).toHaveLength(60);
		expect(members.map(({ code }) => code).slice(0, 3)).toEqual(['ĐB-01', 'ĐB-02', 'ĐB-03']);
		expect(members[0]).toMatchObject({
			name: 'Đỗ Hữu Cường',
			address: 'ong',
			place: 1,
			title: 'Chủ tịch HĐND tỉnh',
			group: 'Tổ đại biểu số 1',
			committee: null
		});
		expect(members.filter(({ gender }) => gender === 'female')).toHaveLength(21);
		const inGroup = (n: number) => members.filter(({ group }) => group === `Tổ đại biểu số ${n}`).length;
		expect([1, 2, 3, 4, 5, 6, 7].map(inGroup)).toEqual([9, 9, 9, 9, 8, 8, 8]);
		const on = (name: string) => members.filter(({ committee }) => committee === name).length;
		expect(['Ban Pháp chế', 'Ban Kinh tế - Ngân sách', 'Ban Văn hóa - Xã hội'].map(on)).toEqual([7, 8, 8]);
	});

	test.each([
		['TH-HDND', 20, 8],
		['MG-UBND', 22, 8],
		['MG-UBKT', 11, 3],
		['MG-TT', 6, 2]
	])('of %s are %i, %i of them women', async (code, all, women) => {
		const members = await read(async (tx) => membersOf(tx, await bodyOf(code)));

		expect(members).toHaveLength(all);
		expect(members.filter(({ gender }) => gender === 'female')).toHaveLength(women);
	});

	test('have the roles of the table outside of meetings', async () => {
		const roles = async (signIn: string) => read(async (tx) => rolesOf(tx, await personOf(signIn)));

		expect(await roles('db10')).toEqual(['secretary', 'delegate']);
		expect(await roles('ha')).toEqual(['secretary']);
		expect(await roles('nhan')).toEqual(['recordsClerk']);
		expect(await roles('quantri')).toEqual(['systemAdmin']);
		expect(await roles('ub05')).toEqual(['member']);
		const nhan = await personOf('nhan');
		const clerks = await read((tx) => unitsOfRole(tx, nhan, 'recordsClerk'));
		expect(clerks.map(({ code }) => code).sort()).toEqual(['MG-HDND', 'MG-VP']);
	});

	test('have no mandate before their term', async () => {
		const members = await read(async (tx) => membersOf(tx, await bodyOf('MG-HDND'), '2026-03-31'));

		expect(members).toEqual([]);
	});

	test('are found by id, with what they are in words', async () => {
		const [cuong, ha] = [await personOf('db01'), await personOf('ha')];

		expect(await read((tx) => personNamed(tx, ha))).toMatchObject({
			name: 'Lương Thị Thu Hà',
			address: 'ba'
		});
		expect(await read((tx) => personNamed(tx, newId<PersonId>()))).toBeNull();
		expect(await read((tx) => peopleNamed(tx, [cuong, ha]))).toHaveLength(2);
		expect(await read((tx) => positionOf(tx, cuong))).toMatchObject({ title: 'Chủ tịch HĐND tỉnh' });
		expect((await read((tx) => placeOf(tx, [cuong, ha]))).get(ha)).toBe('chuyên viên Văn phòng');
	});

	test('sign in with the password that was printed', async () => {
		const toan = made.find(({ signIn }) => signIn === 'db04');

		const entered = await signInByPassword.run(knock(), { name: 'DB04', password: toan?.password });

		expect(entered.ok).toBe(true);
	});
});

describe('signing in by a tap', () => {
	test('does not exist where this is no demo', async () => {
		await read((tx) => markDemo(tx, false));

		expect(await read(demoPeople)).toEqual([]);
		expect(await signInAsDemo.run(knock(), { name: 'db01' })).toEqual(refuse({ code: 'notFound' }));
	});

	test('is offered in a demo to those of the list, as what they are to show', async () => {
		await read((tx) => markDemo(tx, true));

		const offered = await read(demoPeople);

		expect(offered.map(({ signInName }) => signInName)).toEqual(offers.map(({ name }) => name));
		expect(offered[1]).toEqual({
			signInName: 'db01',
			name: 'Đỗ Hữu Cường',
			role: 'chair',
			place: 'Chủ tịch HĐND tỉnh'
		});
		expect(await signInAsDemo.run(knock(), { name: 'db01' })).toMatchObject({ ok: true });
	});

	test('is refused for whoever is not on the list', async () => {
		await read((tx) => markDemo(tx, true));

		expect(await signInAsDemo.run(knock(), { name: 'quantri' })).toEqual(refuse({ code: 'notFound' }));
	});
});

describe('making people', () => {
	test('is for an administrator of the system: as Toàn, naming a role for himself, it is refused', async () => {
		const toan = actingAs(await personOf('db04'));

		expect(
			await addPeople.run(toan, { people: [{ ...person, roles: [{ unit: 'MG', role: 'systemAdmin' }] }] })
		).toEqual(refuse({ code: 'notAllowed' }));
		expect(await addUnits.run(toan, { units: [] })).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('asks the administrator who he is, each time: roles go with people', async () => {
		const khoi = { ...actingAs(await personOf('quantri')), steppedUp: null };

		expect(await addPeople.run(khoi, { people: [person] })).toEqual(refuse({ code: 'stepUpNeeded' }));
		expect(await addUnits.run(khoi, { units: [] })).toEqual(refuse({ code: 'stepUpNeeded' }));
	});

	test('keeps a name in one spelling, and refuses one of 300 characters', async () => {
		const khoi = actingAs(await personOf('quantri'));

		const added = await addPeople.run(khoi, {
			people: [{ ...person, name: '  Lê Thị  Ngà'.normalize('NFD') }]
		});

		const id = added.ok ? added.value[0] : undefined;
		if (!id) throw new Error('nobody was added');
		expect(await read((tx) => personNamed(tx, id))).toMatchObject({ name: 'Lê Thị Ngà'.normalize('NFC') });
		expect(await addPeople.run(khoi, { people: [{ ...person, name: 'ễ'.repeat(300) }] })).toEqual(
			refuse({ code: 'inputInvalid', fields: { 'people.0.name': 'max_length' } })
		);
	});

	test('is all or nothing: a sign-in name that is taken adds nobody', async () => {
		const khoi = actingAs(await personOf('quantri'));
		const account = (signInName: string) => ({ signInName, password: 'dài hơn mười hai ký tự' });

		const refused = await addPeople.run(khoi, {
			people: [
				{ ...person, account: account('nga.moi') },
				{ ...person, account: account('DB01') }
			]
		});

		expect(refused).toEqual(refuse({ code: 'signInNameTaken', signInName: 'db01' }));
		expect(await db.select().from(accounts).where(eq(accounts.signInName, 'nga.moi'))).toEqual([]);
	});

	test('in a unit that there is not is refused', async () => {
		const khoi = actingAs(await personOf('quantri'));

		expect(
			await addPeople.run(khoi, { people: [{ ...person, positions: [{ unit: 'XX', title: 'x' }] }] })
		).toEqual(refuse({ code: 'unitUnknown', unit: 'XX' }));
	});

	test('begins once: an installation that has people is not founded again', async () => {
		const unit = { code: 'ZZ', name: 'z', kind: 'office', level: 'province' };

		expect(await found({ unit, administrator: person })).toEqual(refuse({ code: 'alreadyFounded' }));
	});
});

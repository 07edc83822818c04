import { afterAll, describe, expect, test } from 'vitest';
import type { UnitId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { callMeeting } from '#server/live/call.ts';
import {
	addAgendaItem,
	approveAgenda,
	changeAgendaItem,
	changeSittings,
	createMeeting,
	moveAgendaItem,
	removeAgendaItem,
	submitAgenda
} from '#server/meetings/drafting.ts';
import { changeParticipants } from '#server/meetings/parts.ts';
import {
	addBridgePoint,
	addParticipant,
	peopleToCall,
	placeParticipant,
	removeBridgePoint,
	removeParticipant
} from '#server/meetings/points.ts';
import { enterProfile } from '#server/meetings/profiles.ts';
import { draftPage, meetingsOf } from '#server/meetings/queries.ts';
import { client, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { council, done, draftOf, who } from '../support/hall.ts';
import { councilProfile } from '../support/profile.ts';

afterAll(() => client.end());
const sittings = [{ date: '2026-12-09', start: '08:00', end: '11:30', place: 'Hội trường' }];

describe('making a meeting', () => {
	test('is for whoever is secretary of the body, and calls all its members with a seat each', async () => {
		const c = await council(3);
		const made = (by: typeof c.ha) =>
			createMeeting.run(who(by), { body: c.body, title: 'Kỳ họp thứ 6', sittings });

		for (const person of [c.cuong.person, c.delegate[0]?.person ?? c.stranger, c.nhan, c.stranger])
			expect(await made(person)).toEqual(refuse({ code: 'notAllowed' }));
		const { meeting } = done(await made(c.ha));
		const { people, state } = done(await draftPage.run(who(c.ha), { meeting }));
		expect(state).toBe('draft');
		expect(people.filter(({ seat }) => seat !== null)).toHaveLength(5);
		expect(people.find(({ person }) => person === c.cuong.person)?.roles).toEqual(['chair', 'delegate']);
		expect(people.find(({ person }) => person === c.ha)).toMatchObject({ seat: null, roles: ['secretary'] });
	});

	test('of a body that has no rules, or that does not exist, is refused', async () => {
		const c = await council(1);
		const other = newId<UnitId>();

		expect(await createMeeting.run(who(c.ha), { body: other, title: 'Kỳ họp', sittings })).toEqual(
			refuse({ code: 'notAllowed' })
		);
		expect(await enterProfile.run(who(c.ha), councilProfile(c.body))).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('keeps a title of 300 signs in one spelling, and refuses the 301st and a sitting without a date', async () => {
		const c = await council(1);
		const title = 'Kỳ họp thường lệ '.repeat(30);
		const made = (given: string, planned: object = sittings) =>
			createMeeting.run(who(c.ha), { body: c.body, title: given, sittings: planned });

		const { meeting } = done(await made(title.slice(0, 299).trim().normalize('NFD')));
		expect(done(await draftPage.run(who(c.ha), { meeting })).heading.title).toBe(title.slice(0, 299).trim());
		expect(await made(title)).toEqual(refuse({ code: 'inputInvalid', fields: { title: 'max_length' } }));
		expect((await made('Kỳ họp', [{ ...sittings[0], date: 'mai' }])).ok).toBe(false);
	});
});

describe('a draft', () => {
	test('loses submission and approval with any change, and is called only as it was approved', async () => {
		const d = await draftOf(2);
		const { meeting, ha } = d;
		const seen = { meeting, version: d.version };
		const slots = [{ sitting: d.sittings[0]?.id, start: '10:00', minutes: 5 }];

		done(await submitAgenda.run(who(ha), seen));
		done(await approveAgenda.run(who(d.cuong.person), seen));
		expect(await d.page()).toMatchObject({ submitted: { by: 'Hà' }, approved: { by: 'Đỗ Hữu Cường' } });
		done(await addAgendaItem.run(who(ha), { ...seen, title: 'Thêm', slots }));

		expect(await d.page()).toMatchObject({ version: d.version + 1, submitted: null, approved: null });
		expect(await callMeeting.run(who(ha), { meeting, version: d.version })).toEqual(
			refuse({ code: 'changedMeanwhile', version: d.version + 1 })
		);
		expect(await callMeeting.run(who(ha), { meeting, version: d.version + 1 })).toEqual(
			refuse({ code: 'notApproved' })
		);
	});

	test('is approved by its chair alone, and called by its secretary alone', async () => {
		const d = await draftOf(2);
		const seen = { meeting: d.meeting, version: d.version };
		done(await submitAgenda.run(who(d.ha), seen));

		for (const person of [d.ha, d.delegate[0]?.person ?? d.stranger, d.stranger])
			expect(await approveAgenda.run(who(person), seen)).toEqual(refuse({ code: 'notAllowed' }));
		done(await approveAgenda.run(who(d.cuong.person), seen));
		for (const person of [d.cuong.person, d.delegate[0]?.person ?? d.stranger, d.stranger])
			expect(await callMeeting.run(who(person), seen)).toEqual(refuse({ code: 'notAllowed' }));
		done(await callMeeting.run(who(d.ha), seen));
		expect(await callMeeting.run(who(d.ha), seen)).toEqual(refuse({ code: 'alreadyCalled' }));
	});

	test('has items changed, moved and taken away, each by whoever saw the newest version', async () => {
		const d = await draftOf(1);
		const { meeting } = d;
		const [one, two, three] = d.items.map(({ id }) => id);
		const fields = { title: 'Mục đổi tên', slots: d.items[0]?.slots, votes: d.items[0]?.votes };

		done(await moveAgendaItem.run(who(d.ha), { meeting, version: d.version, item: three, to: 0 }));
		done(await changeAgendaItem.run(who(d.ha), { meeting, version: d.version + 1, item: one, ...fields }));
		done(await removeAgendaItem.run(who(d.ha), { meeting, version: d.version + 2, item: two }));
		expect(await removeAgendaItem.run(who(d.ha), { meeting, version: d.version, item: one })).toEqual(
			refuse({ code: 'changedMeanwhile', version: d.version + 3 })
		);

		const { agenda } = await d.page();
		expect(agenda.map(({ id, title }) => [id, title])).toEqual([
			[three, 'Mục 3'],
			[one, 'Mục đổi tên']
		]);
	});

	test('has its sittings and the parts of its people changed, and no seat twice', async () => {
		const d = await draftOf(2);
		const [first, second] = d.delegate;
		const seen = (at: number) => ({ meeting: d.meeting, version: d.version + at });
		const part = (person: unknown, seat: unknown) => ({ person, seat, roles: ['delegate'] });

		const planned = (await d.page()).sittings.map((one) => ({ ...one, place: 'Phòng họp số 2' }));

		expect(await changeSittings.run(who(d.ha), { ...seen(0), sittings })).toMatchObject({
			refusal: { code: 'sittingInUse' }
		});
		done(await changeSittings.run(who(d.ha), { ...seen(0), sittings: planned }));
		expect(
			await changeParticipants.run(who(d.ha), { ...seen(1), parts: [part(first?.person, second?.seat)] })
		).toEqual(refuse({ code: 'seatTaken' }));
		expect(await changeParticipants.run(who(d.ha), { ...seen(1), parts: [part(d.stranger, null)] })).toEqual(
			refuse({ code: 'notOnRoster' })
		);
		const himself = { person: first?.person, seat: second?.seat, roles: ['chair', 'secretary'] };
		for (const by of [first?.person ?? d.stranger, d.stranger])
			expect(await changeParticipants.run(who(by), { ...seen(1), parts: [himself] })).toEqual(
				refuse({ code: 'notAllowed' })
			);
		done(await changeParticipants.run(who(d.ha), { ...seen(1), parts: [part(first?.person, null)] }));
		expect((await d.page()).people.find(({ person }) => person === first?.person)?.seat).toBeNull();
	});

	test('is in the list of those who prepare and approve it, and in everybody’s once it is called', async () => {
		const d = await draftOf(1);
		const delegate = d.delegate[0]?.person ?? d.stranger;
		const listed = (person: typeof d.ha) => transaction(null, (tx) => meetingsOf(tx, person));
		const seen = { meeting: d.meeting, version: d.version };

		expect([await listed(d.ha), await listed(d.cuong.person)].map((list) => list.length)).toEqual([1, 1]);
		expect(await listed(delegate)).toEqual([]);
		done(await submitAgenda.run(who(d.ha), seen));
		done(await approveAgenda.run(who(d.cuong.person), seen));
		done(await callMeeting.run(who(d.ha), seen));
		expect(await listed(delegate)).toMatchObject([{ meeting: d.meeting, state: 'called' }]);
		expect(await listed(d.stranger)).toEqual([]);
	});
});

describe('a bridge point of a draft', () => {
	const prepared = async () => {
		const d = await draftOf(2);
		const version = async () => (await d.page()).version;
		const run = async (command: typeof addBridgePoint, input: object, by = d.ha) =>
			command.run(who(by), { meeting: d.meeting, version: await version(), ...input });
		return { ...d, run };
	};

	test('has a name of its own, people placed at it, and leaves them in the hall when it is removed', async () => {
		const d = await prepared();
		const person = d.delegate[0]?.person ?? d.stranger;

		done(await d.run(addBridgePoint, { name: ' xã  Tân Hòa ' }));
		expect(await d.run(addBridgePoint, { name: 'xã Tân Hòa' })).toEqual(refuse({ code: 'pointNameTaken' }));
		const [point] = (await d.page()).points;
		expect(point?.name).toBe('xã Tân Hòa');
		done(await d.run(placeParticipant, { person, point: point?.id }));
		expect((await d.page()).people.find((one) => one.person === person)?.point).toBe(point?.id);
		expect(await d.run(placeParticipant, { person, point: newId() })).toEqual(
			refuse({ code: 'pointUnknown' })
		);
		done(await d.run(removeBridgePoint, { point: point?.id }));
		expect((await d.page()).people.find((one) => one.person === person)?.point).toBeNull();
	});

	test('is tended by somebody from outside, who is called without a seat and may be taken off again', async () => {
		const d = await prepared();
		done(await d.run(addBridgePoint, { name: 'xã Tân Hòa' }));
		const point = (await d.page()).points[0]?.id;
		const added = { person: d.stranger, role: 'bridgeTechnician', point };

		done(await d.run(addParticipant, added));
		expect((await d.page()).people.at(-1)).toMatchObject({ seat: null, roles: ['bridgeTechnician'], point });
		expect(await d.run(addParticipant, added)).toEqual(refuse({ code: 'alreadyOnRoster' }));
		expect(await d.run(removeParticipant, { person: d.cuong.person })).toEqual(refuse({ code: 'isMember' }));
		done(await d.run(removeParticipant, { person: d.stranger }));
		expect((await d.page()).people.some(({ person }) => person === d.stranger)).toBe(false);
	});

	test('is nobody’s to change but the secretary’s, nor are people found for anybody else', async () => {
		const d = await prepared();
		const others = [d.cuong.person, d.delegate[0]?.person ?? d.stranger, d.stranger];

		for (const by of others) {
			expect(await d.run(addBridgePoint, { name: 'xã Tân Hòa' }, by)).toEqual(refuse({ code: 'notAllowed' }));
			const input = { person: by, role: 'bridgeTechnician', point: '' };
			expect(await d.run(addParticipant, input, by)).toEqual(refuse({ code: 'notAllowed' }));
			const asked = { meeting: d.meeting, text: 'dai bieu' };
			expect(await peopleToCall.run(who(by), asked)).toEqual(refuse({ code: 'notAllowed' }));
		}
		const found = done(await peopleToCall.run(who(d.ha), { meeting: d.meeting, text: 'dang thi kim' }));
		expect(found[0]?.name).toBe('Đặng Thị Kim Liên');
	});
});

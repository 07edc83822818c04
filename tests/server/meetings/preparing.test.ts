// Preparing by the forms of the screens: lengths, what is put back, who has which part, and who is shown what.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { refuse } from '#lib/result.ts';
import { callMeeting } from '#server/live/call.ts';
import { frontPage } from '#server/live/front.ts';
import {
	addAgendaItem,
	approveAgenda,
	changeMinutes,
	putAgendaItemBack,
	removeAgendaItem,
	submitAgenda
} from '#server/meetings/drafting.ts';
import { itemOf, sittingsOf } from '#server/meetings/fields.ts';
import { meetingsPage, newMeetingPage } from '#server/meetings/list.ts';
import { changePart } from '#server/meetings/parts.ts';
import { client } from '#server/platform/db.ts';
import { done, draftOf, who } from '../../support/hall.ts';

let d: Awaited<ReturnType<typeof draftOf>>;
beforeEach(async () => void (d = await draftOf(2)));
afterAll(() => client.end());
const delegate = () => d.delegate[0]?.person ?? d.stranger;
const seen = async () => ({ meeting: d.meeting, version: (await d.page()).version });

test('another length of an item is the secretary’s to give', async () => {
	const change = { item: d.items[0]?.id, sitting: d.sittings[0]?.id, minutes: '45' };

	for (const by of [d.cuong.person, delegate(), d.stranger])
		expect(await changeMinutes.run(who(by), { ...(await seen()), ...change })).toEqual(
			refuse({ code: 'notAllowed' })
		);
	done(await changeMinutes.run(who(d.ha), { ...(await seen()), ...change }));

	expect((await d.page()).agenda[0]?.slots[0]?.minutes).toBe(45);
	const unknown = { ...(await seen()), ...change, item: d.meeting };
	expect(await changeMinutes.run(who(d.ha), unknown)).toEqual(refuse({ code: 'itemUnknown' }));
});

describe('an item that was removed', () => {
	test('is put back where it stood, with its votes', async () => {
		const second = d.items[1];
		done(await removeAgendaItem.run(who(d.ha), { ...(await seen()), item: second?.id }));

		done(await putAgendaItemBack.run(who(d.ha), { ...(await seen()), item: second?.id }));

		expect((await d.page()).agenda).toEqual(d.items);
		expect((await d.page()).version).toBe(d.version + 2);
	});

	test('is not put back by others, nor one that never was there', async () => {
		const item = d.items[1]?.id;
		done(await removeAgendaItem.run(who(d.ha), { ...(await seen()), item }));

		expect(await putAgendaItemBack.run(who(d.cuong.person), { ...(await seen()), item })).toEqual(
			refuse({ code: 'notAllowed' })
		);
		expect(await putAgendaItemBack.run(who(d.ha), { ...(await seen()), item: d.meeting })).toEqual(
			refuse({ code: 'itemUnknown' })
		);
	});
});

describe('a part at the table', () => {
	const rolesOf = async (person: string) =>
		(await d.page()).people.find((one) => one.person === person)?.roles;

	test('is given and taken by a secretary of the draft, and by nobody else', async () => {
		const give = async (by: typeof d.ha, has?: 'on') =>
			changePart.run(who(by), { ...(await seen()), person: delegate(), role: 'chair', ...(has && { has }) });

		for (const by of [d.cuong.person, delegate(), d.stranger])
			expect(await give(by, 'on')).toEqual(refuse({ code: 'notAllowed' }));
		done(await give(d.ha, 'on'));
		expect(await rolesOf(delegate())).toEqual(['chair', 'delegate']);
		done(await give(d.ha));
		expect(await rolesOf(delegate())).toEqual(['delegate']);
	});

	test('of the last secretary stays', async () => {
		const take = async (person: string) =>
			changePart.run(who(d.ha), { ...(await seen()), person, role: 'secretary' });

		done(await take(d.lien.person));
		expect(await take(d.ha)).toEqual(refuse({ code: 'lastSecretary' }));
		expect(await take(d.stranger)).toEqual(refuse({ code: 'notOnRoster' }));
	});
});

describe('the list of meetings', () => {
	const linesOf = async (person: string) =>
		done(await meetingsPage.run(who(person as typeof d.ha), {})).lines.map(({ meeting, state }) => [
			meeting,
			state
		]);

	test('has a draft for those who prepare or approve it, and the called meeting for all', async () => {
		for (const by of [d.ha, d.cuong.person]) expect(await linesOf(by)).toEqual([[d.meeting, 'draft']]);
		for (const by of [delegate(), d.nhan, d.stranger]) expect(await linesOf(by)).toEqual([]);

		done(await submitAgenda.run(who(d.ha), d));
		done(await approveAgenda.run(who(d.cuong.person), d));
		done(await callMeeting.run(who(d.ha), d));

		for (const by of [d.ha, delegate()]) expect(await linesOf(by)).toEqual([[d.meeting, 'called']]);
		expect(await linesOf(d.stranger)).toEqual([]);
	});

	test('offers a new meeting to whoever is secretary of a body', async () => {
		const { bodies } = done(await newMeetingPage.run(who(d.ha), {}));

		expect(bodies).toMatchObject([{ id: d.body, name: 'HĐND tỉnh Minh Giang' }]);
		expect(await newMeetingPage.run(who(delegate()), {})).toEqual(refuse({ code: 'notAllowed' }));
		expect(done(await meetingsPage.run(who(delegate()), {})).bodies).toEqual([]);
	});
});

describe('the page of a meeting', () => {
	const front = (by: typeof d.ha) => frontPage.run(who(by), { meeting: d.meeting });

	test('leads those who prepare to the draft, and is unknown to others', async () => {
		for (const by of [d.ha, d.cuong.person]) expect(done(await front(by))).toMatchObject({ state: 'draft' });
		for (const by of [delegate(), d.stranger]) expect(await front(by)).toEqual(refuse({ code: 'notFound' }));
	});

	test('shows the agenda of a called meeting, without what is closed to outsiders', async () => {
		done(await submitAgenda.run(who(d.ha), d));
		done(await approveAgenda.run(who(d.cuong.person), d));
		done(await callMeeting.run(who(d.ha), d));

		const [inside, outside] = [done(await front(delegate())), done(await front(d.stranger))];
		expect(inside).toMatchObject({ state: 'called', papers: true, seat: 'ĐB-0001' });
		expect(outside).toMatchObject({ state: 'called', papers: false, seat: null });
		const titles = (page: typeof inside) =>
			page.state === 'called' ? page.shown.agenda.map(({ title }) => title) : [];
		expect(titles(inside)).toEqual(['Mục 1', 'Mục 2', 'Mục 3']);
		expect(titles(outside)).toEqual(['Mục 1', null, 'Mục 3']);
	});
});

describe('a form without script', () => {
	test('carries times and votes as rows, of which empty ones are left out', async () => {
		const typed = {
			version: String(d.version),
			title: 'Mục 4',
			presenter: '',
			slotSitting: [d.sittings[0]?.id ?? '', d.sittings[1]?.id ?? ''],
			slotStart: ['09:00', ''],
			slotMinutes: ['15', ''],
			voteId: ['', ''],
			voteCode: ['V04', ''],
			voteSubject: ['Nội dung 4', ''],
			voteThreshold: ['twoThirdsOfAll', 'majorityOfAll'],
			voteAdopts: ['normative', 'nothing'],
			voteTitle: ['về nội dung 4', '']
		};

		done(await addAgendaItem.run(who(d.ha), { ...itemOf(typed), meeting: d.meeting }));

		expect((await d.page()).agenda[3]).toMatchObject({
			title: 'Mục 4',
			slots: [{ sitting: d.sittings[0]?.id, start: '09:00', minutes: 15 }],
			votes: [
				{
					code: 'V04',
					threshold: 'twoThirdsOfAll',
					resolution: { title: 'về nội dung 4', isNormative: true }
				}
			]
		});
	});

	test('of a new meeting makes a sitting of each row', () => {
		const row = { sittingId: '', sittingDate: '2026-12-09', sittingStart: '08:00', sittingEnd: '11:30' };

		expect(sittingsOf({ title: 'Kỳ họp', ordinal: '', ...row, sittingPlace: 'Hội trường' })).toMatchObject({
			title: 'Kỳ họp',
			ordinal: undefined,
			sittings: [{ date: '2026-12-09', start: '08:00', end: '11:30', place: 'Hội trường' }]
		});
	});
});

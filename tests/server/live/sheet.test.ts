import { afterAll, describe, expect, test } from 'vitest';
import { hallCodes } from '#server/live/hall-codes.ts';
import { followCode, renewSheet, sheetPage } from '#server/live/sheet.ts';
import { sheetCodesOf } from '#server/live/sheet-codes.ts';
import { client, transaction } from '#server/platform/db.ts';
import type { MeetingId, PersonId } from '#domain/journal/ids.ts';
import { ok } from '#lib/result.ts';
import { done, draftOf, hall, who } from '../../support/hall.ts';

afterAll(() => client.end());

const origin = 'https://nghisu.test';
type Hall = Awaited<ReturnType<typeof hall>>;
const codesOf = async ({ meeting }: { meeting: MeetingId }) => {
	const rows = await transaction(null, (tx) => sheetCodesOf(tx, meeting));
	const of = (item: string | null | undefined) => {
		const row = rows.find((one) => one.item === item);
		if (!row) throw new Error('a called meeting has a code for itself and each item');
		return row;
	};
	return { rows, of };
};
const follow = (person: PersonId, code: string, way: 'qr' | 'code' = 'qr') =>
	followCode.run(who(person), { code, way });
const delegate = (h: Hall) => h.delegate[0]?.person ?? h.stranger;
const nothing = ok(null);

describe('the sheet of a meeting', () => {
	test('has a code for the meeting and for each item, made by the calling', async () => {
		const h = await hall(3);

		const page = done(await sheetPage.run(who(h.ha), { meeting: h.meeting, origin }));

		expect(page).toMatchObject({ address: 'nghisu.test', whole: { title: 'Kỳ họp thứ 6' } });
		expect(page.items.map(({ number, title }) => [number, title])).toEqual([
			[1, 'Mục 1'],
			[2, 'Mục 2'],
			[3, 'Mục 3']
		]);
		expect(page.items.map(({ shortCode }) => shortCode).join()).toMatch(/^([2-9A-Z]{4} [2-9A-Z]{4},?){3}$/);
		const { rows } = await codesOf(h);
		expect(new Set(rows.map(({ handle }) => Buffer.from(handle, 'base64url').length))).toEqual(new Set([16]));
	});

	test('is the secretary’s: of nobody else, and of no other meeting’s', async () => {
		const [h, other] = [await hall(3), await hall(3)];

		const asked = [h.cuong.person, delegate(h), h.stranger, other.ha].map((person) =>
			sheetPage.run(who(person), { meeting: h.meeting, origin })
		);
		const anew = await renewSheet.run(who(other.ha), { meeting: h.meeting });

		for (const answer of await Promise.all(asked))
			expect(answer).toMatchObject({ refusal: { code: 'notAllowed' } });
		expect(anew).toMatchObject({ refusal: { code: 'notAllowed' } });
	});

	test('does not exist before the calling', async () => {
		const draft = await draftOf(3);

		expect((await sheetPage.run(who(draft.ha), { meeting: draft.meeting, origin })).ok).toBe(false);
		expect((await codesOf(draft)).rows).toEqual([]);
	});
});

describe('a code of the sheet', () => {
	test('tells who is called what it is of, by its handle and by its short code', async () => {
		const h = await hall(3);
		const { of } = await codesOf(h);
		const [whole, first] = [of(null), of(h.items[0]?.id)];

		expect(await follow(delegate(h), whole.handle)).toEqual(
			ok({ kind: 'meeting', meeting: h.meeting, title: 'Kỳ họp thứ 6', running: false })
		);
		const typed = first.shortCode.toLowerCase().replace(/^.{4}/, '$&-');
		expect(await follow(delegate(h), typed, 'code')).toEqual(await follow(delegate(h), first.handle));
		expect(await follow(delegate(h), first.handle)).toMatchObject({
			value: { kind: 'item', item: first.item, number: 1, itemTitle: 'Mục 1' }
		});
	});

	test('leads into the session once the roll is being taken', async () => {
		const h = await hall(3);
		done(await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting }));

		const { of } = await codesOf(h);

		expect(await follow(delegate(h), of(null).handle)).toMatchObject({ value: { running: true } });
	});

	test('says the same of one that is unknown, forged, another meeting’s, or of what one may not see', async () => {
		const [h, other] = [await hall(3), await hall(3)];
		const [here, there] = [await codesOf(h), await codesOf(other)];
		const { handle, shortCode } = here.of(null);
		const turned = handle.startsWith('A') ? `B${handle.slice(1)}` : `A${handle.slice(1)}`;

		const answers = [
			follow(delegate(h), 'A'.repeat(22)),
			follow(delegate(h), turned),
			follow(delegate(h), '22222222', 'code'),
			follow(delegate(h), there.of(null).handle),
			follow(delegate(h), there.of(other.items[0]?.id).shortCode, 'code'),
			follow(h.stranger, handle),
			follow(h.stranger, shortCode, 'code'),
			follow(delegate(h), "' or 1=1 --"),
			follow(delegate(h), h.meeting)
		];

		expect(await Promise.all(answers)).toEqual(answers.map(() => nothing));
	});

	test('of a closed item says nothing to a guest, who may not know its title', async () => {
		const h = await hall(3);
		await h.changeRoster({ person: h.stranger, seat: null, roles: ['guest'] });
		const { of } = await codesOf(h);

		expect(await follow(h.stranger, of(h.items[0]?.id).handle)).toMatchObject({ value: { kind: 'item' } });
		expect(await follow(h.stranger, of(h.items[1]?.id).handle)).toEqual(nothing);
		expect(await follow(delegate(h), of(h.items[1]?.id).handle)).toMatchObject({ value: { number: 2 } });
	});

	test('is worthless once the meeting is cancelled', async () => {
		const h = await hall(3);
		const { of } = await codesOf(h);
		await h.record(() => ok([{ type: 'meeting.cancelled' }]));

		expect(await follow(delegate(h), of(null).handle)).toEqual(nothing);
		expect(await renewSheet.run(who(h.ha), { meeting: h.meeting })).toMatchObject({
			refusal: { code: 'meetingNotCalled' }
		});
	});

	test('of an item that has left the agenda is worthless, and the meeting’s is not', async () => {
		const h = await hall(3);
		const { of } = await codesOf(h);
		await h.record(({ meeting }) => {
			const { state: _, changes: _c, current: _i, ended: _e, ...called } = meeting;
			if (!called.heading || !called.profile || !called.roster) throw new Error('the hall is called');
			const { heading, profile, roster } = called;
			const agenda = called.agenda.slice(1);
			return ok([{ type: 'meeting.called', ...called, heading, profile, roster, agenda }]);
		});

		expect(await follow(delegate(h), of(h.items[0]?.id).handle)).toEqual(nothing);
		expect(await follow(delegate(h), of(null).handle)).toMatchObject({ value: { kind: 'meeting' } });
	});

	test('made anew makes the old one worthless, for the meeting and every item', async () => {
		const h = await hall(3);
		const old = (await codesOf(h)).rows;

		done(await renewSheet.run(who(h.ha), { meeting: h.meeting }));

		const now = (await codesOf(h)).rows;
		expect(now).toHaveLength(old.length);
		for (const { handle, shortCode } of old) {
			expect(await follow(delegate(h), handle)).toEqual(nothing);
			expect(await follow(delegate(h), shortCode, 'code')).toEqual(nothing);
		}
		expect(await follow(delegate(h), now.find(({ item }) => !item)?.handle ?? '')).toMatchObject({
			value: { kind: 'meeting' }
		});
	});

	test('made anew by two at once leaves one sheet', async () => {
		const h = await hall(3);

		await Promise.all([h.ha, h.lien.person].map((one) => renewSheet.run(who(one), { meeting: h.meeting })));

		expect((await codesOf(h)).rows).toHaveLength(h.items.length + 1);
	});
});

describe('whoever types a code', () => {
	test('that the hall shows is told of the roll, and of no sheet', async () => {
		const h = await hall(3);
		done(await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting }));
		const [shown] = done(await hallCodes.run(who(h.ha), { meeting: h.meeting, origin }));

		expect(await follow(delegate(h), shown?.code ?? '', 'code')).toMatchObject({
			value: { kind: 'hall', found: { meeting: h.meeting, seat: h.delegate[0]?.seat, present: false } }
		});
	});

	test('and tries many is told to wait, also for a code that is good; others are not', async () => {
		const h = await hall(3);
		const { handle } = (await codesOf(h)).of(null);
		for (let n = 0; n < 20; n++) await follow(delegate(h), 'A'.repeat(22));

		expect(await follow(delegate(h), handle)).toMatchObject({ refusal: { code: 'tooManyTries' } });
		expect(await follow(h.delegate[1]?.person ?? h.stranger, handle)).toMatchObject({
			value: { kind: 'meeting' }
		});
	});
});

// From a closed meeting to sealed records, by the real commands.
import { eq } from 'drizzle-orm';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId, RecordId } from '#domain/journal/ids.ts';
import type { MinutesDraft, ResolutionDraft } from '#domain/records/draft.ts';
import type { RecordPage } from '#domain/records/pages.ts';
import { hashOf } from '#lib/hash.ts';
import { refuse } from '#lib/result.ts';
import { verified } from '#client/records/verify.ts';
import { current } from '#server/live/state.ts';
import { waitingFor } from '#server/notices/queries.ts';
import { clock } from '#server/platform/clock.ts';
import { client, db, transaction } from '#server/platform/db.ts';
import { completeRecords, trialPem } from '#server/records/archive.ts';
import { draftRecords, editMinutes, editResolutionText, submitRecord } from '#server/records/drafting.ts';
import { completeFile, verifyPage } from '#server/records/public.ts';
import { recordFile, recordPage, recordPlace, recordsPage } from '#server/records/queries.ts';
import { giveUpRecord, numberRecord, openSeries, sealRecord, signRecord } from '#server/records/signing.ts';
import { register } from '#server/records/tables.ts';
import { closedMeeting, proved } from '../../support/closed-meeting.ts';
import { done, hall, who } from '../../support/hall.ts';
import { emptyFolder } from '../../support/records.ts';

type Closed = Awaited<ReturnType<typeof closedMeeting>>;
beforeAll(() => void (process.env.NGHISU_DATA = emptyFolder()));
afterAll(() => client.end());

const pageOf = async ({ meeting }: Closed, record: RecordId, by: PersonId) =>
	done(await recordPage.run(who(by), { meeting, record }));
const listOf = async ({ meeting }: Closed, by: PersonId) => done(await recordsPage.run(who(by), { meeting }));
async function drafted(h: Closed) {
	const { records } = done(await draftRecords.run(who(h.ha), { meeting: h.meeting }));
	const [minutes, resolution] = records;
	if (!minutes || !resolution) throw new Error('minutes and one resolution are drafted');
	return { minutes, resolution, all: records };
}
/** Handed in by Hà and numbered by Nhàn. */
async function numbered(h: Closed, record: RecordId): Promise<RecordPage> {
	const { meeting } = h;
	const { version } = await pageOf(h, record, h.ha);
	done(await submitRecord.run(who(h.ha), { meeting, record, version }));
	done(await numberRecord.run(who(h.nhan), { meeting, record, version }));
	return pageOf(h, record, h.nhan);
}
const shownOf = (page: RecordPage) => page.file?.hash;
async function signBy(h: Closed, record: RecordId, person: PersonId) {
	const shown = shownOf(await pageOf(h, record, h.ha));
	return signRecord.run(proved(person), { meeting: h.meeting, record, shown });
}
async function sealBy(h: Closed, record: RecordId, person: PersonId) {
	const shown = shownOf(await pageOf(h, record, h.ha));
	return sealRecord.run(proved(person), { meeting: h.meeting, record, shown });
}
const stateOf = ({ meeting }: Closed) =>
	transaction(null, async (tx) => (await current(tx, meeting)).live.meeting.state);

describe('the draft of a closed meeting', () => {
	test('is drawn from the journal: what was held, what was not, and every vote with its five facts', async () => {
		const h = await closedMeeting();

		const { minutes } = await drafted(h);

		const draft = (await pageOf(h, minutes, h.ha)).draft as MinutesDraft;
		const texts = draft.sections.map(({ pieces }) => pieces.map(({ text }) => text).join('\n'));
		expect(draft.sections.map(({ heading }) => heading)).toEqual(['1. Mục 1', '2. Mục 2', '3. Mục 3']);
		expect(texts[0]).toContain(
			'tổng số 07 đại biểu; tán thành 04 (bằng 57,1% tổng số đại biểu); không tán thành 01; không biểu quyết 01; ' +
				'có mặt không bấm nút 01; vắng mặt 00. Cần 04. Được thông qua.'
		);
		expect(texts[0]).toContain('Giao Sở KH&CN (Giám đốc Sở), thời hạn ngày 30 tháng 6 năm 2027.');
		expect(texts[1]).toContain('tán thành 03');
		expect(texts[1]).toContain('có mặt không bấm nút 02; vắng mặt 01. Cần 04. Không được thông qua.');
		expect(texts[2]).toContain('chưa được đưa ra');
		expect(draft.facts.find(({ label }) => label === 'Chủ tọa')?.text).toContain('Đỗ Hữu Cường');
		expect(draft.roll.map(({ attendance }) => attendance.replace(/\d\d:\d\d/, 'giờ'))).toEqual([
			'có mặt',
			'có mặt; về sớm, giờ',
			'có mặt',
			'có mặt',
			'có mặt',
			'đến muộn, giờ',
			'có mặt'
		]);
	});

	test('names its bridge point, which came, was counted and lost its line, in words that cannot be typed over', async () => {
		const h = await closedMeeting({ points: ['xã Tân Hòa'] });

		const { minutes: record } = await drafted(h);

		const { draft, version } = await pageOf(h, record, h.ha);
		const [section] = (draft as MinutesDraft).sections;
		const [piece] = section?.pieces ?? [];
		expect(section?.heading).toBe('Các điểm cầu');
		expect(piece?.text.replace(/\d\d:\d\d/g, 'giờ')).toBe(
			'Điểm cầu xã Tân Hòa: 08 người dự, trong đó 01 đại biểu; kết nối giờ đến giờ; mất tín hiệu giờ–giờ; ' +
				'hội trường nghe rõ lúc giờ.'
		);
		const edit = (pieces: object[]) =>
			editMinutes.run(who(h.ha), { meeting: h.meeting, record, version, section: section?.id, pieces });
		expect(await edit([{ id: piece?.id, text: 'đủ người dự' }])).toEqual(refuse({ code: 'pieceLocked' }));
		done(await edit([{ id: 'new-1', text: 'Điểm cầu có lắp máy phát điện dự phòng.' }]));
	});

	test('has a resolution for the vote that carried one, and none for the vote that did not', async () => {
		const h = await closedMeeting();

		const { all, resolution } = await drafted(h);

		expect(all).toHaveLength(2);
		const page = await pageOf(h, resolution, h.ha);
		expect(page).toMatchObject({
			title: 'Về nội dung 1',
			carriedBy: { code: 'V01', approve: 4, membership: 7 }
		});
		expect((page.draft as ResolutionDraft).council).toEqual([
			'HỘI ĐỒNG NHÂN DÂN TỈNH MINH GIANG',
			'KỲ HỌP THỨ 6'
		]);
	});

	test('is refused before the meeting is closed, a second time, and to whoever is no secretary', async () => {
		const open = await hall(3);
		const h = await closedMeeting();
		await drafted(h);

		expect(await draftRecords.run(who(open.ha), { meeting: open.meeting })).toEqual(
			refuse({ code: 'meetingNotClosed' })
		);
		expect(await draftRecords.run(who(h.ha), { meeting: h.meeting })).toEqual(
			refuse({ code: 'draftedAlready' })
		);
		expect(await draftRecords.run(who(h.stranger), { meeting: h.meeting })).toEqual(
			refuse({ code: 'notAllowed' })
		);
	});

	test('keeps what the secretary writes, and refuses a stale page and a locked paragraph', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);
		const { draft, version } = await pageOf(h, record, h.ha);
		const [section] = (draft as MinutesDraft).sections;
		const vote = section?.pieces.find(({ source }) => source.from === 'vote');
		const edit = (pieces: object[], seen = version) =>
			editMinutes.run(who(h.ha), { meeting: h.meeting, record, version: seen, section: section?.id, pieces });

		expect(await edit([{ id: vote?.id, text: 'tán thành 07' }])).toEqual(refuse({ code: 'pieceLocked' }));
		done(await edit([{ id: 'new-1', text: 'Đại biểu phát biểu.' }]));
		expect(await edit([{ id: 'new-2', text: 'Muộn.' }])).toEqual(
			refuse({ code: 'changedMeanwhile', version: version + 1 })
		);

		const after = (await pageOf(h, record, h.ha)).draft as MinutesDraft;
		expect(after.sections[0]?.pieces.at(-1)).toMatchObject({
			text: 'Đại biểu phát biểu.',
			source: { from: 'secretary' }
		});
	});

	test('of a resolution needs an article and a ground', async () => {
		const h = await closedMeeting();
		const { resolution: record } = await drafted(h);
		const { version } = await pageOf(h, record, h.ha);
		const typed = {
			meeting: h.meeting,
			record,
			version,
			grounds: 'Căn cứ …;',
			articles: 'Điều 1. Một\nHai.',
			recipients: ''
		};

		expect(await editResolutionText.run(who(h.ha), { ...typed, articles: 'Không có điều nào' })).toEqual(
			refuse({ code: 'articlesMissing' })
		);
		expect(await editResolutionText.run(who(h.ha), { ...typed, grounds: ' ' })).toEqual(
			refuse({ code: 'groundsMissing' })
		);
		expect(await editResolutionText.run(who(h.ha), typed)).toMatchObject({ ok: true });
	});
});

describe('the number', () => {
	test('is taken by the records clerk once, in its form, for exactly what was handed in', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);
		const { meeting } = h;
		const { version } = await pageOf(h, record, h.ha);
		done(await openSeries.run(who(h.nhan), { meeting, record, last: 6 }));

		expect(await numberRecord.run(who(h.nhan), { meeting, record, version })).toEqual(
			refuse({ code: 'recordIs', state: 'draft' })
		);
		done(await submitRecord.run(who(h.ha), { meeting, record, version }));
		expect((await pageOf(h, record, h.nhan)).nextNumber).toEqual({
			printed: '07/BB-HĐND',
			isFirst: true
		});
		expect(await numberRecord.run(who(h.ha), { meeting, record, version })).toEqual(
			refuse({ code: 'notAllowed' })
		);
		const taken = done(await numberRecord.run(who(h.nhan), { meeting, record, version }));

		expect(taken.number).toBe('07/BB-HĐND');
		expect(taken.code).toMatch(/-BB-07-20\d\d-[A-Z2-9]{10}$/);
		expect(await openSeries.run(who(h.nhan), { meeting, record, last: 20 })).toEqual(
			refuse({ code: 'seriesBegun' })
		);
	});

	test('is waited for under the eyes of the records clerk, until it is taken or the text goes back', async () => {
		const h = await closedMeeting();
		const { resolution: record, minutes } = await drafted(h);
		const { meeting } = h;
		const waiting = async (person: PersonId) =>
			(await transaction(person, (tx) => waitingFor(tx, person)))
				.filter(({ kind }) => kind !== 'meetingCalled')
				.map(({ kind, about }) => ({ kind, about }));
		const handIn = async (one: RecordId) => {
			const { version } = await pageOf(h, one, h.ha);
			done(await submitRecord.run(who(h.ha), { meeting, record: one, version }));
			return version;
		};

		const version = await handIn(minutes);
		expect(await waiting(h.nhan)).toEqual([{ kind: 'numberWanted', about: minutes }]);
		expect(await waiting(h.stranger)).toEqual([]);
		const section = ((await pageOf(h, minutes, h.ha)).draft as MinutesDraft).sections[0];
		const pieces = [{ id: 'new-1', text: 'Đại biểu phát biểu.' }];
		const back = { meeting, record: minutes, version, section: section?.id, pieces };
		done(await editMinutes.run(who(h.ha), back));
		expect(await waiting(h.nhan)).toEqual([]);

		await numbered(h, record);
		expect(await waiting(h.nhan)).toEqual([]);
		expect(await waiting(h.cuong.person)).toContainEqual({ kind: 'signatureWanted', about: record });
		done(await giveUpRecord.run(who(h.nhan), { meeting, record, reason: 'in sai' }));
		expect((await waiting(h.cuong.person)).filter(({ about }) => about === record)).toEqual([]);
	});

	test('of a normative resolution carries the year, in a series of its own', async () => {
		const h = await closedMeeting();
		const { resolution } = await drafted(h);

		const page = await numbered(h, resolution);

		expect(page.number?.printed).toMatch(/^01\/20\d\d\/NQ-HĐND$/);
	});

	test('given up stays in the register, marked, and the text gets another one', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);
		await numbered(h, record);

		const again = done(
			await giveUpRecord.run(who(h.nhan), { meeting: h.meeting, record, reason: 'Sai ngày' })
		);
		const second = await numbered(h, again.record);

		const [row] = await db.select().from(register).where(eq(register.record, record));
		expect(row).toMatchObject({ number: 1, state: 'givenUp', reason: 'Sai ngày' });
		expect(second.number?.printed).toBe('02/BB-HĐND');
	});
});

describe('signing', () => {
	test('asks for the password with the very act', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);
		const shown = shownOf(await numbered(h, record));

		expect(await signRecord.run(who(h.lien.person), { meeting: h.meeting, record, shown })).toEqual(
			refuse({ code: 'stepUpNeeded' })
		);
	});

	test('is refused to who is not next, to another person, and after another page than the one shown', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);
		await numbered(h, record);
		const other = hashOf(new Uint8Array([1]));

		expect(await signBy(h, record, h.cuong.person)).toEqual(
			refuse({ code: 'notYourTurn', next: 'Đặng Thị Kim Liên' })
		);
		expect(await signBy(h, record, h.ha)).toEqual(refuse({ code: 'notYourTurn', next: 'Đặng Thị Kim Liên' }));
		expect(await signBy(h, record, h.late)).toEqual(refuse({ code: 'notAllowed' }));
		expect(await signRecord.run(proved(h.lien.person), { meeting: h.meeting, record, shown: other })).toEqual(
			refuse({ code: 'shownOther' })
		);
		done(await signBy(h, record, h.lien.person));
		expect(await signBy(h, record, h.lien.person)).toEqual(
			refuse({ code: 'notYourTurn', next: 'Đỗ Hữu Cường' })
		);
	});

	test('of all records seals the meeting, and each of them verifies as a trial record', async () => {
		const h = await closedMeeting();
		const { minutes, resolution } = await drafted(h);
		for (const record of [minutes, resolution]) await numbered(h, record);

		done(await signBy(h, minutes, h.lien.person));
		done(await signBy(h, minutes, h.cuong.person));
		done(await signBy(h, resolution, h.cuong.person));
		expect(await sealBy(h, resolution, h.cuong.person)).toEqual(refuse({ code: 'notAllowed' }));
		expect(await stateOf(h)).toBe('closed');
		done(await sealBy(h, resolution, h.nhan));

		expect(await stateOf(h)).toBe('sealed');
		const { trust } = await verifyPage(null);
		const bytes = (list: readonly string[]) => list.map((one) => new Uint8Array(Buffer.from(one, 'base64')));
		for (const record of [minutes, resolution]) {
			const file = done(await recordFile.run(who(h.late), { meeting: h.meeting, record }));
			const trusted = { recognised: [], trial: bytes(trust.trial), revoked: bytes(trust.revoked) };
			expect(await verified(file.bytes, trusted, clock.now())).toMatchObject({ answer: 'trial' });
		}
	});

	test('keeps keys that nobody else on the machine may read', async () => {
		const h = await closedMeeting();
		const { minutes } = await drafted(h);
		await numbered(h, minutes);
		done(await signBy(h, minutes, h.lien.person));

		const folder = path.join(process.env.NGHISU_DATA ?? '', 'keys');
		const modes = fs.readdirSync(folder).map((file) => fs.statSync(path.join(folder, file)).mode & 0o777);
		expect(modes.length).toBeGreaterThan(2);
		expect(new Set(modes)).toEqual(new Set([0o600]));
		expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
	});
});

describe('who sees what', () => {
	test('a delegate sees a record once it is complete, the makers before', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);

		expect((await listOf(h, h.late)).lines).toEqual([]);
		expect(await recordPage.run(who(h.late), { meeting: h.meeting, record })).toEqual(
			refuse({ code: 'notFound' })
		);
		expect((await listOf(h, h.ha)).lines).toHaveLength(2);
		expect(await recordsPage.run(who(h.stranger), { meeting: h.meeting })).toEqual(
			refuse({ code: 'notAllowed' })
		);
	});

	test('anybody gets a complete record by its code; one that is not, and no code at all, read the same', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);
		const code = (await numbered(h, record)).number?.code ?? '';

		expect(await completeFile(code)).toBeNull();
		expect(await completeFile(`${code}'; drop table records`)).toBeNull();
		done(await signBy(h, record, h.lien.person));
		done(await signBy(h, record, h.cuong.person));

		const file = await completeFile(` ${code.toLowerCase()} `);
		expect(file?.name).toMatch(/^\d\d-BB-HDND\.pdf$/);
		expect(await completeFile('MG-NQ-01-2026-2222222222')).toBeNull();
	});

	test('a notice that knows only the record finds its page, for whoever may read there', async () => {
		const h = await closedMeeting();
		const { minutes: record } = await drafted(h);

		expect(await recordPlace.run(who(h.ha), { record })).toMatchObject({
			value: { meeting: h.meeting, record }
		});
		expect(await recordPlace.run(who(h.stranger), { record })).toEqual(refuse({ code: 'notAllowed' }));
	});

	test('an export has every complete record and the trial root', async () => {
		const h = await closedMeeting();
		const { minutes } = await drafted(h);
		await numbered(h, minutes);
		done(await signBy(h, minutes, h.lien.person));
		done(await signBy(h, minutes, h.cuong.person));

		const all = await transaction(null, completeRecords);

		expect(all.some(({ meeting }) => meeting === h.meeting)).toBe(true);
		const { root, revoked } = await trialPem();
		expect(root).toMatch(/^-----BEGIN CERTIFICATE-----/);
		expect(revoked).toMatch(/^-----BEGIN X509 CRL-----/);
	});
});

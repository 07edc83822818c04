// Every live command, as those do it who may, and as it is refused to those who may not.
import { afterAll, describe, expect, test } from 'vitest';
import { hallCode, slotOf } from '#domain/attendance/hall-code.ts';
import type { NoteId, RoundId } from '#domain/journal/ids.ts';
import { refuse } from '#lib/result.ts';
import { hallSecretOf } from '#server/attendance/queries.ts';
import { current } from '#server/live/state.ts';
import { clock } from '#server/platform/clock.ts';
import { client, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { liveCommands } from '#server/registry.ts';
import { done, hall } from '../support/hall.ts';
import { refusedTo, verified, verifyCommand } from '../support/verify-command.ts';

afterAll(() => client.end());
type Hall = Awaited<ReturnType<typeof hall>>;
const begun = async (delegates = 3) => {
	const h = await hall(delegates);
	done(await h.act(h.ha, 'attendance.beginRoll', { sitting: h.sitting }));
	return h;
};
const opened = async (delegates = 3) => {
	const h = await hall(delegates);
	await h.open();
	return h;
};
const state = (h: Hall) => transaction(null, (tx) => current(tx, h.meeting)).then(({ live }) => live);
const [toan, binh] = [0, 1];
const personAt = (h: Hall, at: number) => {
	const found = h.delegate[at];
	if (!found) throw new Error(`the hall has no delegate ${at}`);
	return found;
};

describe('the roll', () => {
	test('is begun by the secretary', async () => {
		const h = await hall(3);

		await refusedTo(h, [personAt(h, toan).person, h.nhan, h.stranger], {
			name: 'attendance.beginRoll',
			input: { sitting: h.sitting }
		});
		await verifyCommand(h, { by: h.ha, name: 'attendance.beginRoll', input: { sitting: h.sitting } });
	});

	test('takes a delegate by his own tap, whatever seat he names', async () => {
		const h = await begun();

		const events = await verifyCommand(h, {
			by: personAt(h, toan).person,
			name: 'attendance.checkIn',
			input: { seat: personAt(h, binh).seat, person: personAt(h, binh).person }
		});

		expect(events).toMatchObject([{ seat: personAt(h, toan).seat, way: 'button' }]);
		await refusedTo(h, [h.ha, h.stranger], { name: 'attendance.checkIn' });
	});

	test('takes a delegate by the code on the hall screen, and by no other', async () => {
		const h = await begun();
		const secret = (await transaction(null, (tx) => hallSecretOf(tx, h.sitting))) ?? '';
		const code = hallCode(secret, h.sitting, slotOf(clock.now()));
		const by = personAt(h, toan).person;

		expect(await h.act(by, 'attendance.checkInByCode', { code: 'AAAAAAAA', way: 'code' })).toEqual(
			refuse({ code: 'hallCodeOld' })
		);
		expect(
			await h.act(by, 'attendance.checkInByCode', {
				code: hallCode(secret, h.sitting, slotOf(clock.now()) - 3),
				way: 'qr'
			})
		).toEqual(refuse({ code: 'hallCodeOld' }));
		const events = await verifyCommand(h, {
			by,
			name: 'attendance.checkInByCode',
			input: { code: `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase(), way: 'code' }
		});
		expect(events).toMatchObject([{ way: 'code' }]);
	});

	test('is kept by the secretary for others: who came, left early, is excused', async () => {
		const h = await begun();
		const { seat } = personAt(h, toan);
		const others = [personAt(h, binh).person, h.cuong.person, h.stranger];

		for (const name of ['attendance.checkInFor', 'attendance.leave'])
			await refusedTo(h, others, { name, input: { seat } });
		await refusedTo(h, others, { name: 'attendance.excuse', input: { seat, reason: 'ốm' } });
		await verifyCommand(h, { by: h.ha, name: 'attendance.checkInFor', input: { seat } });
		await verifyCommand(h, { by: h.ha, name: 'attendance.leave', input: { seat } });
		await verifyCommand(h, { by: h.ha, name: 'attendance.excuse', input: { seat, reason: 'ốm' } });
		expect(await h.act(h.ha, 'attendance.checkInFor', { seat: 'ĐB-9999' })).toEqual(
			refuse({ code: 'seatUnknown' })
		);
	});
});

describe('a sitting', () => {
	test('is not opened without its quorum, and both numbers are said', async () => {
		const h = await begun(10);
		for (const { person } of h.delegate.slice(0, 7)) done(await h.act(person, 'attendance.checkIn'));

		expect(await h.act(h.cuong.person, 'meetings.openSitting', { sitting: h.sitting })).toEqual(
			refuse({ code: 'noQuorum', present: 7, needed: 8 })
		);
		done(await h.act(h.lien.person, 'attendance.checkIn'));
		await refusedTo(h, [personAt(h, toan).person], {
			name: 'meetings.openSitting',
			input: { sitting: h.sitting }
		});
		await verifyCommand(h, {
			by: h.cuong.person,
			name: 'meetings.openSitting',
			input: { sitting: h.sitting }
		});
	});

	test('takes its items one after the other, ends, and the meeting is closed', async () => {
		const h = await opened();
		const by = h.ha;
		const [, second] = h.items;

		for (const name of ['meetings.endItem', 'meetings.endSitting', 'meetings.close'])
			await refusedTo(h, [personAt(h, toan).person, h.nhan], { name });
		expect(await h.act(by, 'meetings.startItem', { item: second?.id })).toEqual(
			refuse({ code: 'itemRunning' })
		);
		await verifyCommand(h, { by, name: 'meetings.endItem' });
		await verifyCommand(h, { by, name: 'meetings.startItem', input: { item: second?.id } });
		expect(await h.act(by, 'meetings.close')).toEqual(refuse({ code: 'sittingRunning' }));
		await verifyCommand(h, { by, name: 'meetings.endSitting' });
		await verifyCommand(h, { by: h.cuong.person, name: 'meetings.close' });
		expect((await h.act(by, 'meetings.startItem', { item: second?.id })).ok).toBe(false);
	});

	test('ends nothing under a vote that is open, nor under one that only the chair knows', async () => {
		const h = await opened();
		const round = await h.openRound();
		const names = ['meetings.endItem', 'meetings.endSitting'];

		for (const name of names) expect(await h.act(h.ha, name)).toEqual(refuse({ code: 'roundStillOpen' }));
		done(await h.act(h.cuong.person, 'voting.closeRound', { round }));
		for (const name of names) expect(await h.act(h.ha, name)).toEqual(refuse({ code: 'roundStillOpen' }));
		done(await h.act(h.cuong.person, 'voting.announce', { round }));
		expect((await h.act(h.ha, 'meetings.endItem')).ok).toBe(true);
	});
});

describe('a vote', () => {
	test('is opened, given more time, closed by the secretary, and announced by nobody but the chair', async () => {
		const h = await opened();
		const round = newId<RoundId>();
		const vote = h.items[0]?.votes[0]?.id;
		const outsiders = [personAt(h, toan).person, h.nhan, h.stranger];

		await refusedTo(h, outsiders, { name: 'voting.openRound', input: { round, vote } });
		await verifyCommand(h, { by: h.ha, name: 'voting.openRound', input: { round, vote } });
		await refusedTo(h, outsiders, { name: 'voting.extendTime', input: { round } });
		await verifyCommand(h, { by: h.ha, name: 'voting.extendTime', input: { round } });
		await refusedTo(h, outsiders, { name: 'voting.closeRound', input: { round } });
		await verifyCommand(h, { by: h.ha, name: 'voting.closeRound', input: { round } });
		await refusedTo(h, [h.ha, ...outsiders], { name: 'voting.announce', input: { round } });
		await verifyCommand(h, { by: h.cuong.person, name: 'voting.announce', input: { round } });
		expect((await state(h)).rounds[0]).toMatchObject({ state: 'announced', carried: false });
	});
});

describe('the floor', () => {
	test('is asked for by a delegate for himself alone, whatever seat he names', async () => {
		const h = await opened();
		const [a, b] = [personAt(h, toan), personAt(h, binh)];
		const input = { subject: '  Đường truyền '.normalize('NFD'), seat: b.seat, person: b.person };

		const events = await verifyCommand(h, { by: a.person, name: 'floor.requestToSpeak', input });
		expect(events).toMatchObject([{ seat: a.seat, subject: 'Đường truyền' }]);
		await verifyCommand(h, {
			by: a.person,
			name: 'floor.changeSubject',
			input: { subject: '', seat: b.seat }
		});
		expect((await state(h)).floor.waiting).toMatchObject([{ seat: a.seat, subject: null }]);
		expect(await h.act(b.person, 'floor.withdraw', { seat: a.seat })).toEqual(refuse({ code: 'notWaiting' }));
		await refusedTo(h, [h.ha, h.stranger], { name: 'floor.requestToSpeak' });
		await verifyCommand(h, { by: a.person, name: 'floor.withdraw' });
		expect((await state(h)).floor.waiting).toEqual([]);
	});

	test('has a queue that the secretary adds to, and that chair and secretary put in order', async () => {
		const h = await opened();
		const [a, b] = [personAt(h, toan), personAt(h, binh)];
		const others = [a.person, h.nhan, h.stranger];

		await refusedTo(h, [...others, h.cuong.person], { name: 'floor.requestFor', input: { seat: a.seat } });
		await verifyCommand(h, { by: h.ha, name: 'floor.requestFor', input: { seat: a.seat } });
		await verifyCommand(h, { by: h.lien.person, name: 'floor.requestFor', input: { seat: b.seat } });
		expect(await h.act(h.ha, 'floor.requestFor', { seat: 'ĐB-9999' })).toEqual(
			refuse({ code: 'seatUnknown' })
		);
		await refusedTo(h, others, { name: 'floor.order', input: { seats: [b.seat, a.seat] } });
		await verifyCommand(h, {
			by: h.cuong.person,
			name: 'floor.order',
			input: { seats: [b.seat, a.seat] }
		});
		expect((await state(h)).floor.waiting.map(({ seat }) => seat)).toEqual([b.seat, a.seat]);
		await refusedTo(h, others, { name: 'floor.removeRequest', input: { seat: b.seat } });
		await verifyCommand(h, { by: h.ha, name: 'floor.removeRequest', input: { seat: b.seat } });
	});

	test('is given by the chair, begun and yielded by the speaker and nobody else', async () => {
		const h = await opened();
		const [a, b] = [personAt(h, toan), personAt(h, binh)];
		for (const { person } of [a, b]) done(await h.act(person, 'floor.requestToSpeak'));

		const call = { name: 'floor.grant', input: { seat: a.seat, after: null } };
		await refusedTo(h, [a.person, h.nhan, h.stranger], call);
		await verifyCommand(h, { by: h.cuong.person, ...call });
		expect((await state(h)).hall).toEqual({ shows: 'speaker' });
		for (const name of ['floor.beginSpeech', 'floor.defer', 'floor.yield'])
			expect(await h.act(b.person, name, { seat: a.seat })).toEqual(refuse({ code: 'nobodySpeaking' }));
		await verifyCommand(h, { by: a.person, name: 'floor.defer' });
		await verifyCommand(h, { by: h.ha, name: 'floor.grant', input: { seat: b.seat, after: null } });
		await verifyCommand(h, { by: b.person, name: 'floor.beginSpeech' });
		await verifyCommand(h, { by: b.person, name: 'floor.yield' });
		expect((await state(h)).floor).toMatchObject({ waiting: [{ seat: a.seat }], speaking: null });
	});

	test('has its clock started, extended once and ended by whoever conducts', async () => {
		const h = await opened();
		const { person, seat } = personAt(h, toan);
		done(await h.act(person, 'floor.requestToSpeak'));
		done(await h.act(h.cuong.person, 'floor.grant', { seat, after: null }));

		for (const name of ['floor.beginClock', 'floor.extend', 'floor.end']) {
			await refusedTo(h, [person, h.nhan, h.stranger], { name, input: { seat } });
			expect(await h.act(h.ha, name, { seat: personAt(h, binh).seat })).toEqual(
				refuse({ code: 'nobodySpeaking' })
			);
			await verifyCommand(h, { by: h.ha, name, input: { seat } });
		}
		expect((await state(h)).floor.speaking).toBeNull();
	});

	test('is lost with the seat that leaves, and with the item', async () => {
		const h = await opened();
		const [a, b] = [personAt(h, toan), personAt(h, binh)];
		for (const { person } of [a, b]) done(await h.act(person, 'floor.requestToSpeak'));
		done(await h.act(h.cuong.person, 'floor.grant', { seat: a.seat, after: null }));

		const left = await verifyCommand(h, { by: h.ha, name: 'attendance.leave', input: { seat: a.seat } });
		expect(left).toMatchObject([{ type: 'floor.yielded', seat: a.seat }, { type: 'attendance.left' }]);
		done(await h.act(h.cuong.person, 'floor.grant', { seat: b.seat, after: null }));
		const ended = await verifyCommand(h, { by: h.ha, name: 'meetings.endItem' });
		expect(ended).toMatchObject([{ type: 'floor.yielded', seat: b.seat }, { type: 'agenda.itemEnded' }]);
	});
});

describe('running notes', () => {
	test('are written and corrected by the secretary', async () => {
		const h = await opened();
		const [note, conclusion] = [newId<NoteId>(), newId<NoteId>()];
		const assigned = { leadUnit: 'Sở KH&CN', person: 'Giám đốc Sở', due: '2027-06-30' };
		const others = [personAt(h, toan).person, h.cuong.person, h.nhan];
		const text = 'Hoàn thành 31 xã.';

		await refusedTo(h, others, { name: 'proceedings.note', input: { note, kind: 'note', text } });
		await verifyCommand(h, { by: h.ha, name: 'proceedings.note', input: { note, kind: 'note', text } });
		await refusedTo(h, others, {
			name: 'proceedings.noteConclusion',
			input: { note: conclusion, text, ...assigned }
		});
		await verifyCommand(h, {
			by: h.ha,
			name: 'proceedings.noteConclusion',
			input: { note: conclusion, text, ...assigned }
		});
		await refusedTo(h, others, { name: 'proceedings.correct', input: { note, text: 'khác' } });
		await verifyCommand(h, { by: h.ha, name: 'proceedings.correct', input: { note, text: 'khác' } });
		expect((await state(h)).notes).toMatchObject([
			{ text: 'khác', corrected: true },
			{ assignment: assigned }
		]);
	});

	test('keep Vietnamese in one spelling, whatever the keyboard sent', async () => {
		const h = await opened();
		const text = 'Đề nghị ưu tiên đường truyền';

		await verifyCommand(h, {
			by: h.ha,
			name: 'proceedings.note',
			input: { note: newId<NoteId>(), kind: 'opinion', text: text.normalize('NFD') }
		});

		expect((await state(h)).notes[0]?.text).toBe(text.normalize('NFC'));
	});
});

describe('a bridge point', () => {
	const atPoints = async () => {
		const h = await hall(3, { points: ['xã Tân Hòa', 'đặc khu Hòn Mây'] });
		await h.open();
		const [tanHoa, honMay] = h.points;
		if (!tanHoa || !honMay) throw new Error('the hall has two points');
		return { h, tanHoa, honMay };
	};

	test('is joined, counted and left by its own technician, whatever point he names', async () => {
		const { h, tanHoa, honMay } = await atPoints();
		const by = tanHoa.technician;
		const strangers = [h.ha, h.cuong.person, tanHoa.delegate.person, h.stranger];

		await refusedTo(h, strangers, { name: 'video.join' });
		const joined = await verifyCommand(h, { by, name: 'video.join', input: { point: honMay.id } });
		expect(joined).toMatchObject([{ type: 'video.pointJoined', point: tanHoa.id }]);
		expect(await h.act(by, 'video.join')).toEqual(refuse({ code: 'pointThere' }));
		await refusedTo(h, strangers, { name: 'video.headcount', input: { count: 8 } });
		await verifyCommand(h, { by, name: 'video.headcount', input: { count: 8, point: honMay.id } });
		await refusedTo(h, strangers, { name: 'video.leave' });
		await verifyCommand(h, { by, name: 'video.leave', input: { point: honMay.id } });
		const { points } = (await state(h)).video;
		expect(points[tanHoa.id]).toMatchObject({ headcount: 8, heardAt: null });
		expect(points[honMay.id]).toBeUndefined();
	});

	test('is listened to and confirmed by the hall, and not by itself', async () => {
		const { h, tanHoa } = await atPoints();
		const point = tanHoa.id;

		for (const name of ['video.listen', 'video.confirmHeard']) {
			await refusedTo(h, [tanHoa.technician, h.cuong.person, h.stranger], { name, input: { point } });
			expect(await h.act(h.ha, name, { point })).toEqual(refuse({ code: 'pointNotThere' }));
		}
		done(await h.act(tanHoa.technician, 'video.join'));
		await verifyCommand(h, { by: h.ha, name: 'video.listen', input: { point } });
		expect((await state(h)).video.listening).toBe(point);
		await verifyCommand(h, { by: h.ha, name: 'video.confirmHeard', input: { point } });
		expect((await state(h)).video).toMatchObject({ listening: null });
	});
});

test('the hall screen shows what the console sends', async () => {
	const h = await opened();

	await refusedTo(h, [personAt(h, toan).person, h.nhan], {
		name: 'live.showOnHall',
		input: { shows: 'covered' }
	});
	await verifyCommand(h, { by: h.ha, name: 'live.showOnHall', input: { shows: 'covered' } });
	expect((await state(h)).hall).toEqual({ shows: 'covered' });
});

test('every live command has been run and verified here', () => {
	expect([...verified].toSorted()).toEqual(liveCommands.map(({ name }) => name).toSorted());
});

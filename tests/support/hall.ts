// A meeting of as many delegates as wanted, prepared, approved and called by the real commands. Only the people, and the
// rules of their body, are put there beforehand. Cường presides and votes, Liên is a secretary who votes, Hà keeps the
// console and does not vote, Nhàn is the records clerk; the stranger has a sign-in and no part.
import type { CommandId, PersonId, PointId, RoundId, SeatId, UnitId } from '#domain/journal/ids.ts';
import type { Role } from '#domain/journal/role.ts';
import type { LiveEvent, LiveMeeting } from '#domain/live/meeting.ts';
import { actorIn, type SignedIn } from '#domain/live/mine.ts';
import type { RosterChange } from '#domain/meetings/meeting.ts';
import { votersOf } from '#domain/voting/voters.ts';
import { hashOfToken } from '#server/accounts/sign-ins.ts';
import { mandates, people, roleGrants, signIns, units } from '#server/accounts/tables.ts';
import { callMeeting } from '#server/live/call.ts';
import { record, run } from '#server/live/run.ts';
import { keep, lock } from '#server/live/state.ts';
import { addAgendaItem, approveAgenda, createMeeting, submitAgenda } from '#server/meetings/drafting.ts';
import { draftPage } from '#server/meetings/queries.ts';
import { addBridgePoint, addParticipant, placeParticipant } from '#server/meetings/points.ts';
import { ruleProfiles } from '#server/meetings/tables.ts';
import { clock } from '#server/platform/clock.ts';
import { db, transaction } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { liveCommandNamed } from '#server/registry.ts';
import { ok, type Refusal, type Result } from '#lib/result.ts';
import { later, type Instant } from '#lib/time.ts';
import { councilProfile } from './profile.ts';

export const who = (
	person: PersonId,
	sitting: NonNullable<SignedIn['steppedUp']>['sitting'] = null
): SignedIn => ({
	person,
	steppedUp: sitting && { at: clock.now(), sitting },
	screen: null
});
/** The value of what must have gone well. */
export function done<T>(result: Result<T, Refusal>): T {
	if (!result.ok) throw new Error(JSON.stringify(result.refusal));
	return result.value;
}

const from = '2026-05-01';
type Mandated = { readonly person: PersonId; readonly seat: SeatId };

async function newPerson(name: string): Promise<PersonId> {
	const id = newId<PersonId>();
	await db.insert(people).values({ id, name, gender: 'male', address: 'ong' });
	const expiresAt = new Date(Date.now() + 3_600_000);
	await db.insert(signIns).values({ person: id, tokenHash: hashOfToken(id), expiresAt });
	return id;
}

/** A council of as many delegates, who have the seats ĐB-0001 …; whoever presides is one more, and Liên another. */
export async function council(delegates: number) {
	const body = newId<UnitId>();
	const unit = {
		id: body,
		code: `MG-${body}`,
		name: 'HĐND tỉnh Minh Giang',
		level: 'province' as const,
		from
	};
	await db.insert(units).values({ ...unit, kind: 'peoplesCouncil', organisation: true, body: true });
	await db.insert(ruleProfiles).values({ body, profile: councilProfile(body) });
	const seat = async (name: string, place: number): Promise<Mandated> => {
		const person = await newPerson(name);
		const code = `ĐB-${String(place).padStart(4, '0')}`;
		await db.insert(mandates).values({ id: newId(), person, body, code, place, from });
		return { person, seat: code as SeatId };
	};
	const serve = async (person: PersonId, role: Role) =>
		void (await db.insert(roleGrants).values({ id: newId(), person, unit: body, role, from }));
	const cuong = await seat('Đỗ Hữu Cường', 0);
	const delegate: Mandated[] = [];
	for (let n = 1; n <= delegates; n++) delegate.push(await seat(`Đại biểu ${n}`, n));
	const lien = await seat('Đặng Thị Kim Liên', delegates + 1);
	const [ha, nhan, stranger] = [await newPerson('Hà'), await newPerson('Nhàn'), await newPerson('Khách')];
	await serve(cuong.person, 'chair');
	await serve(lien.person, 'secretary');
	await serve(ha, 'secretary');
	await serve(nhan, 'recordsClerk');
	return { body, cuong, lien, ha, nhan, delegate, stranger };
}

const sittingsOn = (closed: boolean) =>
	[1, 2].map((n) => ({
		date: '2026-12-09',
		start: n === 1 ? '08:00' : '13:30',
		end: n === 1 ? '11:30' : '17:30',
		place: 'Hội trường HĐND tỉnh',
		closed
	}));

/** A draft of three items, the second closed, each with a vote: V01, V02, V03; with more votes on the first where wanted. */
export async function draftOf(delegates: number, { closed = false, resolution = false, more = 0 } = {}) {
	const made = await council(delegates);
	const { body, ha } = made;
	const { meeting } = done(
		await createMeeting.run(who(ha), {
			body,
			title: 'Kỳ họp thứ 6',
			ordinal: 6,
			sittings: sittingsOn(closed)
		})
	);
	const page = () => draftPage.run(who(ha), { meeting }).then(done);
	const { sittings } = await page();
	for (const n of [1, 2, 3]) {
		const { version } = await page();
		const slots = [{ sitting: sittings[0]?.id, start: '08:00', minutes: 20 }];
		const adopts = resolution ? { title: `về nội dung ${n}`, isNormative: n === 1 } : null;
		const vote = { code: `V0${n}`, subject: `Nội dung ${n}`, threshold: 'majorityOfAll', resolution: adopts };
		const others = Array.from({ length: n === 1 ? more : 0 }, (_, at) => ({ ...vote, code: `V${at + 11}` }));
		const item = {
			title: `Mục ${n}`,
			presenter: 'Chủ tọa',
			slots,
			votes: [vote, ...others],
			...(n === 2 && { closed: 'on' })
		};
		done(await addAgendaItem.run(who(ha), { meeting, version, ...item }));
	}
	const { agenda: items, people: roster, version } = await page();
	return { ...made, meeting, sittings, items, roster, version, page };
}

/** Bridge points by name, each with a technician, and the delegate of the same number placed there. */
async function pointsOf(
	{ meeting, ha, delegate, page }: Awaited<ReturnType<typeof draftOf>>,
	names: readonly string[]
) {
	const made: { id: PointId; technician: PersonId; delegate: Mandated }[] = [];
	for (const [at, name] of names.entries()) {
		done(await addBridgePoint.run(who(ha), { meeting, version: (await page()).version, name }));
		const point = (await page()).points.at(-1)?.id;
		const [technician, sits] = [await newPerson(`Kỹ thuật ${name}`), delegate[at]];
		if (!point || !sits) throw new Error('a hall with points has a delegate for each');
		const role = { person: technician, role: 'bridgeTechnician', point };
		done(await addParticipant.run(who(ha), { meeting, version: (await page()).version, ...role }));
		const placed = { person: sits.person, point };
		done(await placeParticipant.run(who(ha), { meeting, version: (await page()).version, ...placed }));
		made.push({ id: point, technician, delegate: sits });
	}
	return made;
}

/** Submitted, approved and called. */
export async function hall(
	delegates: number,
	options: { closed?: boolean; resolution?: boolean; more?: number; points?: readonly string[] } = {}
) {
	const draft = await draftOf(delegates, options);
	const { meeting, cuong, ha, sittings, items } = draft;
	const points = await pointsOf(draft, options.points ?? []);
	const { version } = await draft.page();
	done(await submitAgenda.run(who(ha), { meeting, version }));
	done(await approveAgenda.run(who(cuong.person), { meeting, version }));
	done(await callMeeting.run(who(ha), { meeting, version }));
	const [first, item] = [sittings[0]?.id ?? null, items[0]];
	if (first === null || !item) throw new Error('a draft of the hall has sittings and items');

	const act = async (person: PersonId, name: string, input: object = {}, command = newId<CommandId>()) => {
		const known = liveCommandNamed(name);
		if (!known) throw new Error(`no command ${name}`);
		return run(known, { meeting, command, signedIn: who(person, first), input });
	};
	/** Everybody with a mandate checked in, the sitting open, the first item in hand. */
	const open = async () => {
		done(await act(ha, 'attendance.beginRoll', { sitting: first }));
		for (const { person } of [cuong, draft.lien, ...draft.delegate])
			done(await act(person, 'attendance.checkIn'));
		done(await act(cuong.person, 'meetings.openSitting', { sitting: first }));
		done(await act(cuong.person, 'meetings.startItem', { item: item.id }));
	};
	/** Opens a round of the first item's vote. */
	const openRound = async (by = cuong.person) => {
		const round = newId<RoundId>();
		done(await act(by, 'voting.openRound', { round, vote: item.votes[0]?.id }));
		return round;
	};
	/** Records what no command offers yet (a secret round, a change of the roster), by its rule, as the chair. */
	const recordEvents = async (
		decide: (
			live: LiveMeeting,
			voters: readonly PersonId[],
			at: Instant
		) => Result<readonly LiveEvent[], Refusal>
	) => {
		const folded = await transaction(cuong.person, async (tx) => {
			const locked = await lock(tx, meeting);
			if (!locked) throw new Error('the hall is called');
			const at = later(clock.now(), locked.at);
			const voters = votersOf(locked.live.meeting, locked.roster).map(({ person }) => person);
			const events = done(decide(locked.live, voters, at));
			const by = actorIn(locked.live, locked.roster, who(cuong.person));
			return record(tx, locked, { meeting, command: newId<CommandId>(), by, at, events });
		});
		keep(meeting, folded);
	};
	const changeRoster = (change: RosterChange) =>
		recordEvents(() => ok([{ type: 'meeting.rosterChanged', changes: [change] }]));
	return {
		...draft,
		points,
		act,
		open,
		openRound,
		changeRoster,
		record: recordEvents,
		newRound: () => newId<RoundId>(),
		sitting: first
	};
}

// A meeting of as many delegates as wanted, called by the real command.
import type {
	CommandId,
	ItemId,
	MeetingId,
	PersonId,
	RoundId,
	SeatId,
	SittingId
} from '#domain/journal/ids.ts';
import type { SignedIn } from '#domain/live/mine.ts';
import { hashOfRoster, type Called } from '#domain/meetings/roster.ts';
import { callMeeting } from '#server/live/call.ts';
import { run } from '#server/live/run.ts';
import { meetings, rosters } from '#server/meetings/tables.ts';
import { signIns } from '#server/accounts/tables.ts';
import { hashOfToken } from '#server/accounts/sign-ins.ts';
import { clock } from '#server/platform/clock.ts';
import { db } from '#server/platform/db.ts';
import { newId } from '#server/platform/new-id.ts';
import { liveCommandNamed } from '#server/registry.ts';

export const who = (person: PersonId): SignedIn => ({
	person,
	steppedUp: { at: clock.now(), sitting: null },
	screen: null
});

export async function draftOf(delegates: number) {
	const meeting = newId<MeetingId>();
	const part = (roles: Called['roles'], n: number, seat: boolean): Called => ({
		person: newId<PersonId>(),
		name: `${roles.join(' ')} ${n}`,
		roles,
		place: 'hội trường',
		seat: seat ? (`ĐB-${String(n).padStart(4, '0')}` as SeatId) : null
	});
	const delegate = Array.from({ length: delegates }, (_, n) => part(['delegate'], n, true));
	const people = {
		cuong: part(['chair', 'delegate'], 9999, true),
		lien: part(['secretary'], 0, false),
		man: part(['hallScreen'], 0, false),
		stranger: newId<PersonId>()
	};
	const roster = [people.cuong, people.lien, people.man, ...delegate];
	const hash = hashOfRoster(roster);
	const items = [1, 2, 3].map((n) => ({ id: newId<ItemId>(), title: `Mục ${n}`, closed: n === 2 }));
	await db.insert(rosters).values({ hash, people: roster });
	await db
		.insert(meetings)
		.values({ id: meeting, title: 'Kỳ họp thứ 6', state: 'draft', version: 1, agenda: items, roster: hash });
	await db.insert(signIns).values(
		roster.map(({ person }) => ({
			person,
			tokenHash: hashOfToken(person),
			steppedUpAt: new Date(),
			expiresAt: new Date(Date.now() + 3600_000)
		}))
	);
	return { meeting, roster, delegate, items, ...people };
}

export async function hall(delegates: number, { closed = false } = {}) {
	const draft = await draftOf(delegates);
	const sittings = [1, 2].map(() => ({ id: newId<SittingId>(), closed }));
	const called = await callMeeting.run(who(draft.lien.person), { meeting: draft.meeting, sittings });
	if (!called.ok) throw new Error(called.refusal.code);
	const act = async (person: PersonId, name: string, input: object = {}, command = newId<CommandId>()) => {
		const known = liveCommandNamed(name);
		if (!known) throw new Error(`no command ${name}`);
		return run(known, { meeting: draft.meeting, command, signedIn: who(person), input });
	};
	const first = sittings[0]!.id;
	const open = async () => {
		await act(draft.lien.person, 'attendance.beginRoll', { sitting: first });
		await act(draft.cuong.person, 'meetings.openSitting', { sitting: first });
		await act(draft.cuong.person, 'meetings.startItem', { item: draft.items[0]!.id });
	};
	return { ...draft, sittings, act, open, newRound: () => newId<RoundId>() };
}

// Case A: the council's sixth session, prepared, called, opened, voted, ended. All of it happens in the hour before now, in
// sitting A/1, except what lies days before: it was called twenty days ago.
import { randomUUID } from 'node:crypto';
import type { MeetingId, NoteId, PersonId, RoundId, SittingId } from '#domain/journal/ids.ts';
import type { DraftPage } from '#domain/meetings/pages.ts';
import type { Choice } from '#domain/voting/vote-round.ts';
import { canonicalBytes } from '#lib/canonical-json.ts';
import { dayOf, instant } from '#lib/time.ts';
import { unitsByCode } from '#server/accounts/queries.ts';
import { endSignIn, hashOfToken, signIn } from '#server/accounts/sign-ins.ts';
import { takeConclusion } from '#server/followup/taking.ts';
import { callMeeting } from '#server/live/call.ts';
import { addAgendaItem, approveAgenda, createMeeting, submitAgenda } from '#server/meetings/drafting.ts';
import { enterProfile } from '#server/meetings/profiles.ts';
import { addBridgePoint, addParticipant, placeParticipant } from '#server/meetings/points.ts';
import { draftPage } from '#server/meetings/queries.ts';
import { transaction } from '#server/platform/db.ts';
import { cast } from '#server/voting/cast.ts';
import { councilProfile } from '../profile.ts';
import { bridgePoints, items, place, sittings, title } from './agenda.ts';
import { addPapers } from './adding-papers.ts';
import { delegates } from './delegates.ts';
import { days, expectDone, minutes, type Stage } from './stage.ts';

export type Session = { readonly meeting: MeetingId; readonly sitting: SittingId; readonly draft: DraftPage };
const signInOf = (code: string) => code.toLowerCase().replace('đ', 'd').replace('-', '');
/** Excused, excused, without a reason; ĐB-29 comes late. */
const absent = ['db17', 'db40', 'db56'];
const late = 'db29';
const all = delegates.map(({ code }) => signInOf(code));
const silentInV05 = 'db59';

const councilOf = async () => {
	const body = (await transaction(null, (tx) => unitsByCode(tx, ['MG-HDND']))).get('MG-HDND')?.id;
	if (!body) throw new Error('the demo has its council');
	return body;
};
/** The council's rules, entered by its administrator and not yet confirmed: part of every scene. */
export async function enterRules(stage: Stage): Promise<void> {
	await stage.does('phuc', enterProfile, councilProfile(await councilOf()));
}

/** Prepared by Hà, approved by Cường, called by Hà twenty days before day 1, which is today. */
export async function callSession(stage: Stage, today: number): Promise<Session> {
	stage.at(today - 21 * days);
	const body = await councilOf();
	const planned = sittings.map(({ day, start, end }) => {
		return { date: dayOf(instant(today + day * days)), start, end, place };
	});
	const made = await stage.does('ha', createMeeting, { body, title, ordinal: 6, sittings: planned });
	const { meeting } = made;
	let { version } = made;
	for (const { title, presenter, slots, votes } of items) {
		const taken = slots.map(([at, start, length]) => ({
			sitting: made.sittings[at],
			start,
			minutes: length
		}));
		const item = { meeting, version, title, presenter, slots: taken, votes };
		({ version } = await stage.does('ha', addAgendaItem, item));
	}
	version = await placePoints(stage, { meeting, version });
	version = await addPapers(stage, { meeting, version, dated: instant(today - 21 * days) });
	stage.at(today - 20 * days);
	await stage.does('ha', submitAgenda, { meeting, version });
	await stage.does('db01', approveAgenda, { meeting, version });
	await stage.does('ha', callMeeting, { meeting, version });
	const draft = await stage.does('ha', draftPage, { meeting });
	const sitting = made.sittings[0];
	if (!sitting) throw new Error('the session has its first sitting');
	return { meeting, sitting, draft };
}

/** The three bridge points with their people: the heads are guests who speak, the technicians tend the rooms. */
async function placePoints(stage: Stage, draft: { meeting: MeetingId; version: number }): Promise<number> {
	const { meeting } = draft;
	let { version } = draft;
	for (const { name, head, technician, delegate } of bridgePoints) {
		({ version } = await stage.does('ha', addBridgePoint, { meeting, version, name }));
		const { points } = await stage.does('ha', draftPage, { meeting });
		const point = points.at(-1)?.id;
		const added = [
			[technician, 'bridgeTechnician'],
			[head, 'bridgeHead']
		] as const;
		for (const [signIn, role] of added) {
			const person = await stage.person(signIn);
			({ version } = await stage.does('ha', addParticipant, { meeting, version, person, role, point }));
		}
		const person = await stage.person(delegate);
		({ version } = await stage.does('ha', placeParticipant, { meeting, version, person, point }));
	}
	return version;
}

const itemNumber = ({ draft }: Session, number: number) => {
	const found = draft.agenda[number - 1];
	if (!found) throw new Error(`the session has no item ${number}`);
	return found;
};
const voteCoded = ({ draft }: Session, code: string) => {
	const found = draft.agenda.flatMap(({ votes }) => votes).find((vote) => vote.code === code);
	if (!found) throw new Error(`the session plans no ${code}`);
	return found.id;
};

/** A/1 opened with 56 of 60 present: 53 in the hall, three at their points; item 1 in hand. */
export async function openSession(stage: Stage, session: Session): Promise<void> {
	const { sitting } = session;
	await stage.acts('ha', session, 'attendance.beginRoll', { sitting });
	await joinPoints(stage, session);
	for (const signIn of all)
		if (!absent.includes(signIn) && signIn !== late) await stage.acts(signIn, session, 'attendance.checkIn');
	await stage.acts('ha', session, 'attendance.excuse', { seat: 'ĐB-17', reason: 'điều trị' });
	await stage.acts('ha', session, 'attendance.excuse', { seat: 'ĐB-40', reason: 'công tác nước ngoài' });
	await stage.acts('db01', session, 'meetings.openSitting', { sitting });
	await stage.acts('ha', session, 'meetings.startItem', { item: itemNumber(session, 1).id });
}

/** Each point joins, says how many sit there, and is heard in the hall before the sitting opens. */
async function joinPoints(stage: Stage, session: Session) {
	const { points } = session.draft;
	for (const { name, technician, headcount } of bridgePoints) {
		const point = points.find((one) => one.name === name)?.id;
		await stage.acts(technician, session, 'video.join');
		await stage.acts(technician, session, 'video.headcount', { count: headcount });
		await stage.acts('ha', session, 'video.listen', { point });
		await stage.acts('ha', session, 'video.confirmHeard', { point });
	}
}
/** Hòn Mây is an island: its line is gone for two minutes. */
async function loseAndFind(stage: Stage, session: Session) {
	await stage.acts('hmkt', session, 'video.leave');
	stage.at(stage.now + 2 * minutes);
	await stage.acts('hmkt', session, 'video.join');
}

const endItem = (stage: Stage, session: Session) => stage.acts('ha', session, 'meetings.endItem');
/** Ends what is in hand and takes up an item by its number. */
export async function takeUp(stage: Stage, session: Session, number: number) {
	await endItem(stage, session);
	await stage.acts('ha', session, 'meetings.startItem', { item: itemNumber(session, number).id });
}

type Votes = { readonly [choice in Choice]: number };
/** Who presses what: the chair last, and he approves; the others by number approve until the count is full, and so on. */
function ballotsFor(present: readonly string[], votes: Votes): readonly (readonly [string, Choice])[] {
	const others = present.filter((signIn) => signIn !== 'db01');
	const chosen: Choice[] = [
		...Array.from({ length: votes.approve - 1 }, (): Choice => 'approve'),
		...Array.from({ length: votes.disapprove }, (): Choice => 'disapprove'),
		...Array.from({ length: votes.notVoting }, (): Choice => 'notVoting')
	];
	const pressed = others.flatMap((signIn, at) => {
		const choice = chosen[at];
		return choice ? [[signIn, choice] as const] : [];
	});
	return [...pressed, ['db01', 'approve']];
}
const presentFrom = (whoever: readonly string[]) => all.filter((signIn) => whoever.includes(signIn));

async function press(
	stage: Stage,
	session: Session,
	round: RoundId,
	ballots: readonly (readonly [string, Choice])[]
) {
	stage.at(stage.now + 5_000);
	const sent = ballots.map(async ([name, choice]) => {
		const voter: PersonId = await stage.person(name);
		const said = { meeting: session.meeting, round, voter, attempt: 1 };
		const token = await transaction(voter, (tx) => signIn(tx, { person: voter }));
		const ballot = { ...said, statement: canonicalBytes({ ...said, choice }), holder: hashOfToken(token) };
		expectDone('a ballot', await cast(ballot));
		await transaction(voter, (tx) => endSignIn(tx, token));
	});
	await Promise.all(sent);
}

async function open(stage: Stage, session: Session, code: string): Promise<RoundId> {
	const round = randomUUID() as RoundId;
	await stage.acts('db01', session, 'voting.openRound', { round, vote: voteCoded(session, code) });
	return round;
}
async function vote(
	stage: Stage,
	session: Session,
	code: string,
	ballots: readonly (readonly [string, Choice])[]
) {
	const round = await open(stage, session, code);
	await press(stage, session, round, ballots);
	stage.at(stage.now + 30_000);
	await stage.acts('db01', session, 'voting.closeRound', { round });
	await stage.acts('db01', session, 'voting.announce', { round });
}

const atOpening = () => presentFrom(all.filter((signIn) => !absent.includes(signIn) && signIn !== late));
const fromThen = () => presentFrom(all.filter((signIn) => !absent.includes(signIn)));

/** Items 2 (V01), 3, 7 with the conclusion, then 11: the hall is ready for V05, with 57 present. */
async function reachVotes(stage: Stage, session: Session) {
	await takeUp(stage, session, 2);
	await vote(stage, session, 'V01', ballotsFor(atOpening(), { approve: 56, disapprove: 0, notVoting: 0 }));
	await stage.acts(late, session, 'attendance.checkIn');
	await takeUp(stage, session, 3);
	stage.at(stage.now + 3 * minutes);
	await takeUp(stage, session, 7);
	await loseAndFind(stage, session);
	stage.at(stage.now + 1 * minutes);
	await stage.acts('ha', session, 'proceedings.note', {
		note: randomUUID() as NoteId,
		kind: 'opinion',
		text: 'ĐB-21 Lò Xuân Thịnh: đề nghị ưu tiên đường truyền cho 31 xã chưa đạt chuẩn họp trực tuyến.'
	});
	await conclude(stage, session);
	await takeUp(stage, session, 11);
}

/** The first conclusion of the demo case, given to the director it names, and taken up as a task. */
async function conclude(stage: Stage, session: Session) {
	const leads = 'MG-SKHCN';
	const units = await transaction(null, (tx) => unitsByCode(tx, [leads]));
	const { seq } = await stage.acts('ha', session, 'proceedings.noteConclusion', {
		note: randomUUID() as NoteId,
		text: 'Hoàn thành nâng cấp đường truyền 31 xã.',
		leadUnit: 'Sở Khoa học và Công nghệ',
		unitId: units.get(leads)?.id,
		person: 'Kim Ngọc Trâm, Giám đốc Sở',
		personId: await stage.person('ub05'),
		due: '2027-06-30'
	});
	await takeConclusion({ meeting: session.meeting, seq });
}

const v05 = () =>
	ballotsFor(
		fromThen().filter((signIn) => signIn !== silentInV05),
		{ approve: 31, disapprove: 20, notVoting: 5 }
	);

/** V05 is open since a moment before now, and forty have pressed. */
export async function openVote(stage: Stage, session: Session, now: number): Promise<void> {
	await reachVotes(stage, session);
	stage.at(now - 12_000);
	const round = await open(stage, session, 'V05');
	await press(stage, session, round, v05().slice(0, 40));
}

/** V05 carried by exactly 31, V06 not carried with 30; closed, so that the minutes can be drafted. */
export async function endSession(stage: Stage, session: Session): Promise<void> {
	await reachVotes(stage, session);
	await vote(stage, session, 'V05', v05());
	await vote(stage, session, 'V06', ballotsFor(fromThen(), { approve: 30, disapprove: 21, notVoting: 6 }));
	await takeUp(stage, session, 12);
	stage.at(stage.now + 2 * minutes);
	await endItem(stage, session);
	await stage.acts('db01', session, 'meetings.endSitting');
	for (const { technician } of bridgePoints) await stage.acts(technician, session, 'video.leave');
	await stage.acts('ha', session, 'meetings.close');
}

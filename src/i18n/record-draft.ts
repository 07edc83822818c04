// The words of a record's first draft, out of the facts of its journal. A record is in Vietnamese whoever drafts it, so
// its sentences are taken in that language, not in the reader's.
import type { MinutesDraft, DraftSection, Piece, ResolutionDraft } from '#domain/records/draft.ts';
import type { DecidedVote, HeldItem, HeldSitting, MeetingFacts, OnRoll } from '#domain/records/facts.ts';
import { letterheadOf } from '#domain/records/letterhead.ts';
import type { HeldSpeech } from '#domain/records/speeches.ts';
import type { Called } from '#domain/meetings/roster.ts';
import type { Note } from '#domain/proceedings/notes.ts';
import { m } from './messages/messages.js';
import { pointSections } from './record-points.ts';
import { clockOf, dateInRecord, dateOf, timeOf, two, vi } from './record-time.ts';
import { addressed, capital } from './person.ts';

/** `2027-06-30` as *ngày 30 tháng 6 năm 2027*; a rule in words stays as it was spoken. */
const dueOf = (due: string) => {
	const [, year, month, day] = due.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
	return year ? dateInRecord(Number(year), Number(month), Number(day)) : due;
};
/** `51,7%` of the whole body, half up. */
function percentOfAll(part: number, whole: number): string {
	const tenths = Math.floor((2000 * part + whole) / (2 * whole));
	return `${Math.floor(tenths / 10)},${tenths % 10}%`;
}

/** The minutes as the journal alone has them. */
export function minutesDraft(facts: MeetingFacts): MinutesDraft {
	const loose = facts.loose.map((note, i) => noteOf(note, `loose-${i}`));
	const sections = [
		...pointSections(facts.points),
		...facts.items.map((item) => sectionOf(item, facts.confirmed))
	];
	const last = facts.sittings.at(-1);
	return {
		kind: 'minutes',
		title: facts.title,
		facts: factsInWords(facts),
		sections:
			loose.length > 0
				? [...sections, { id: 'loose', heading: m.records_draftLoose({}, vi), pieces: loose }]
				: sections,
		closing: [closingOf(last)],
		roll: facts.roll.map((one) => ({ name: one.called.name, attendance: attendanceOf(one) })),
		recipients: m.records_draftRecipientsMinutes({}, vi).split('\n')
	};
}

function closingOf(last: HeldSitting | undefined): string {
	if (!last?.endedAt) return m.records_draftClosingOpen({}, vi);
	return m.records_draftClosing({ time: timeOf(last.endedAt), date: dateOf(last.endedAt) }, vi);
}

function factsInWords(facts: MeetingFacts): MinutesDraft['facts'] {
	const [first] = facts.sittings;
	const count = (kind: OnRoll['attendance']['kind']) =>
		facts.roll.filter(({ attendance }) => attendance.kind === kind).length;
	const [late, excused] = [count('late'), count('excused')];
	const absent = count('absent') + excused;
	const attended = m.records_draftAttendedText(
		{
			present: two(first?.presentAtOpening ?? 0),
			members: two(facts.members),
			late: two(late),
			absent: two(absent),
			excused: two(excused)
		},
		vi
	);
	const persons = (people: readonly Called[]) =>
		m.records_draftPersons({ names: people.map(personOf).join('; ') }, vi);
	return [
		...(first ? [began(first), placed(first)] : []),
		{ label: m.records_draftAttended({}, vi), text: attended },
		...(facts.chair ? [{ label: m.records_draftChair({}, vi), text: persons([facts.chair]) }] : []),
		...(facts.secretaries.length > 0
			? [{ label: m.records_draftSecretary({}, vi), text: persons(facts.secretaries) }]
			: [])
	];
}
const began = ({ openedAt }: HeldSitting) => ({
	label: m.records_draftBegan({}, vi),
	text: m.records_draftBeganText({ time: timeOf(openedAt), date: dateOf(openedAt) }, vi)
});
const placed = ({ place }: HeldSitting) => ({
	label: m.records_draftPlace({}, vi),
	text: m.records_draftPlaceText({ place }, vi)
});
const personOf = ({ name, post }: Called) => (post ? m.records_draftPersonPost({ name, post }, vi) : name);

function attendanceOf({ attendance, leftAt }: OnRoll): string {
	const said = {
		present: () => m.records_rollPresent({}, vi),
		late: () => m.records_rollLate({ time: attendance.kind === 'late' ? clockOf(attendance.at) : '' }, vi),
		excused: () =>
			m.records_rollExcused({ reason: attendance.kind === 'excused' ? attendance.reason : '' }, vi),
		absent: () => m.records_rollAbsent({}, vi)
	}[attendance.kind]();
	return leftAt === null ? said : m.records_rollLeft({ attendance: said, time: clockOf(leftAt) }, vi);
}

function sectionOf(item: HeldItem, confirmed: boolean): DraftSection {
	const heading = m.records_draftItem({ number: item.number, title: item.title }, vi);
	if (item.times.length === 0) {
		const text = m.records_draftNotTaken({}, vi);
		return { id: item.id, heading, pieces: [{ id: `${item.id}-none`, text, source: { from: 'agenda' } }] };
	}
	const spoken = [
		...item.speeches.map((speech) => ({ at: speech.from, piece: speechOf(speech, item.id) })),
		...item.notes.map((note) => ({ at: note.at, piece: noteOf(note, note.id) })),
		...item.votes.map((vote) => ({ at: vote.announcedAt, piece: voteOf(vote, confirmed) }))
	].sort((a, b) => a.at - b.at);
	return {
		id: item.id,
		heading,
		pieces: [...takenOf(item), ...papersOf(item), ...spoken.map(({ piece }) => piece)]
	};
}

function takenOf({ id, times, presenter }: HeldItem): Piece[] {
	return times.map(({ from, to }, i) => {
		const facts = { from: timeOf(from), to: to === null ? '' : timeOf(to), presenter };
		const text =
			to === null
				? m.records_draftTakenOpen(facts, vi)
				: presenter
					? m.records_draftTaken(facts, vi)
					: m.records_draftTakenNobody(facts, vi);
		return { id: `${id}-taken-${i}`, text, source: { from: 'journal', begins: from, ends: to } };
	});
}

function papersOf({ id, papers }: HeldItem): Piece[] {
	if (papers.length === 0) return [];
	const named = papers.map(({ symbol, title }) => `${symbol} (${title})`).join('; ');
	return [
		{ id: `${id}-papers`, text: m.records_draftPapers({ papers: named }, vi), source: { from: 'agenda' } }
	];
}

/** *08:41–08:47: Ông Lò Xuân Thịnh, Tổ 7, từ điểm cầu xã Tân Hòa.* */
function speechOf({ seat, speaker, point, from, to }: HeldSpeech, item: string): Piece {
	const name = speaker ? capital(addressed(speaker, 'vi')) : seat;
	const place = point === null ? null : m.records_draftSpeechPoint({ point }, vi);
	const who = [name, speaker?.post ?? speaker?.group, place].filter(Boolean).join(', ');
	const text =
		to === null
			? m.records_draftSpeechOpen({ from: clockOf(from), who }, vi)
			: m.records_draftSpeech({ from: clockOf(from), to: clockOf(to), who }, vi);
	return { id: `${item}-speech-${from}`, text, source: { from: 'journal', begins: from, ends: to } };
}

function noteOf({ text, kind, assignment, at }: Note, id: string): Piece {
	if (kind !== 'conclusion') return { id, text, source: { from: 'note', at } };
	const said = m.records_draftConclusion({ text }, vi);
	if (!assignment) return { id, text: said, source: { from: 'conclusion', at, leadUnit: '', due: '' } };
	const { leadUnit, person } = assignment;
	const due = dueOf(assignment.due);
	const given = person
		? m.records_draftAssigned({ leadUnit, person, due }, vi)
		: m.records_draftAssignedNobody({ leadUnit, due }, vi);
	return { id, text: `${said} ${given}`, source: { from: 'conclusion', at, leadUnit, due } };
}

function voteOf(vote: DecidedVote, confirmed: boolean): Piece {
	const { planned, membership, tally, notCast, absent, needed, carried, source } = vote;
	const text = m.records_draftVote(
		{
			code: planned.code,
			subject: planned.subject,
			membership: two(membership),
			approve: two(tally.approve),
			percent: percentOfAll(tally.approve, membership),
			disapprove: two(tally.disapprove),
			notVoting: two(tally.notVoting),
			notCast: two(notCast),
			absent: two(absent),
			needed: two(needed),
			outcome: carried ? m.records_draftCarried({}, vi) : m.records_draftNotCarried({}, vi)
		},
		vi
	);
	const said = confirmed ? text : `${text} ${m.records_draftUnconfirmed({ source }, vi)}`;
	return { id: vote.round, text: said, source: { from: 'vote', code: planned.code, at: vote.announcedAt } };
}

/** The resolution that a carried vote adopts, to be filled in by the secretary. */
export function resolutionDraft(facts: MeetingFacts, vote: DecidedVote): ResolutionDraft {
	const { title = '', isNormative = false } = vote.planned.resolution ?? {};
	const item = facts.items.find(({ votes }) => votes.includes(vote));
	const { name } = letterheadOf(facts.bodyName);
	const papers =
		item?.papers.map(({ symbol, title }) => m.records_draftGroundPaper({ symbol, title }, vi)) ?? [];
	const session = sessionOf(facts);
	const adopted = {
		body: name,
		session: session.toLowerCase().replace(/khóa (\S+),/u, found),
		date: dateOf(vote.announcedAt)
	};
	return {
		kind: 'resolution',
		title: title.charAt(0).toUpperCase() + title.slice(1),
		isNormative,
		council: [name.toUpperCase(), ...(session ? [session] : [])],
		grounds: [m.records_draftGroundLaw({}, vi), ...papers],
		articles: m.records_draftArticles({ title }, vi),
		adoption: m.records_draftAdoption(adopted, vi),
		recipients: m.records_draftRecipientsResolution({}, vi).split('\n')
	};
}
/** A generation is a Roman number, in capitals in any case. */
const found = (_: string, generation: string) => `khóa ${generation.toUpperCase()},`;

function sessionOf({ title, ordinal }: MeetingFacts): string {
	if (ordinal === null) return '';
	const [, generation] = title.match(/khóa ([IVXLC]+)/u) ?? [];
	return generation
		? m.records_draftGenerationSession({ generation, ordinal }, vi)
		: m.records_draftCouncilSession({ ordinal }, vi);
}

/** In which capacity somebody signs, as it is printed above the signature. */
export const signerCapacities = () => ({
	secretary: m.records_capacitySecretary({}, vi),
	chair: m.records_capacityChair({}, vi),
	head: m.records_capacityHead({}, vi),
	seal: m.records_capacitySeal({}, vi)
});

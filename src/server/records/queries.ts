import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import { can } from '#domain/access/policy.ts';
import type { MeetingId, RecordId } from '#domain/journal/ids.ts';
import type { MeetingState } from '#domain/meetings/meeting.ts';
import type { LiveMeeting } from '#domain/live/meeting.ts';
import { actorIn, type SignedIn } from '#domain/live/mine.ts';
import { voteOf } from '#domain/meetings/agenda.ts';
import type { RecordLine, RecordPage, RecordsPage, SignatureLine } from '#domain/records/pages.ts';
import { nextSigner, type NamedSigner, type RecordRow } from '#domain/records/record.ts';
import { instant } from '#lib/time.ts';
import { ok, refuse } from '#lib/result.ts';
import { current } from '#server/live/state.ts';
import type { Tx } from '#server/platform/db.ts';
import { query } from '#server/platform/desk.ts';
import { idOf } from '#server/platform/input.ts';
import { qrSvg } from '#server/platform/qr-image.ts';
import { nextFor } from './numbering.ts';
import { recordFiles, records } from './tables.ts';

export type StoredRecord = typeof records.$inferSelect;
const meetingInput = { meeting: idOf<MeetingId>() };
const recordInput = { ...meetingInput, record: idOf<RecordId>() };

/** Who somebody is in the meeting whose records these are. */
export async function actorInMeeting(
	tx: Tx,
	{ meeting }: { meeting: MeetingId },
	who: SignedIn
): Promise<Actor> {
	const { live, roster } = await current(tx, meeting);
	return actorIn(live, roster, who);
}

/** A record of this meeting, held until the transaction ends: for whoever changes it. */
export async function heldRecord(tx: Tx, where: { readonly meeting: MeetingId; readonly record: RecordId }) {
	const here = and(eq(records.id, where.record), eq(records.meeting, where.meeting));
	const [row] = await tx.select().from(records).where(here).for('update');
	return row ?? null;
}
export const recordsOf = (tx: Tx, meeting: MeetingId): Promise<StoredRecord[]> =>
	tx.select().from(records).where(eq(records.meeting, meeting)).orderBy(asc(records.kind), asc(records.id));

export async function fileOf(
	tx: Tx,
	record: RecordId,
	hash: StoredRecord['file']
): Promise<Uint8Array | null> {
	if (hash === null) return null;
	const [row] = await tx
		.select({ bytes: recordFiles.bytes })
		.from(recordFiles)
		.where(and(eq(recordFiles.record, record), eq(recordFiles.hash, hash)));
	return row ? new Uint8Array(row.bytes) : null;
}

/** Whoever has a hand in a record sees it while it is made; everybody else once it is complete. */
const mayRead = (by: Actor, { state }: Pick<RecordRow, 'state'>) =>
	state === 'complete' || by.roles.some((role) => MAKERS.includes(role));
const MAKERS: readonly string[] = ['chair', 'secretary', 'recordsClerk', 'inspector'];

const isMine = (by: Actor, next: NamedSigner | null) =>
	next !== null && (next.kind === 'seal' ? can(by, 'records.seal') : next.person === by.person);

function lineOf(row: StoredRecord, by: Actor): RecordLine {
	const { id, kind, state, draft, content } = row;
	const next = nextSigner(row);
	const mine =
		isMine(by, next) ||
		(state === 'draft' && can(by, 'records.edit')) ||
		(state === 'submitted' && can(by, 'records.number'));
	return {
		id,
		kind,
		state,
		title: draft.title,
		number: content?.number ?? null,
		waitsFor: next?.name ?? null,
		isMine: mine
	};
}

const stateOf = (state: MeetingState): RecordsPage['state'] =>
	state === 'closed' || state === 'sealed' ? state : 'open';

export const recordsPage = query({
	name: 'records.list',
	needs: 'records.read',
	input: v.object(meetingInput),
	actor: actorInMeeting,
	async work(tx, { input: { meeting }, by }) {
		const { live, seq } = await current(tx, meeting);
		const { heading, state } = live.meeting;
		if (seq === 0 || !heading) return refuse({ code: 'notFound' });
		const rows = (await recordsOf(tx, meeting)).filter((row) => mayRead(by, row));
		return ok<RecordsPage>({
			meeting,
			title: heading.title,
			bodyName: heading.bodyName,
			state: stateOf(state),
			lines: rows.map((row) => lineOf(row, by)),
			mayDraft: rows.length === 0 && state === 'closed' && can(by, 'records.draft')
		});
	}
});

export const recordPage = query({
	name: 'records.page',
	needs: 'records.read',
	input: v.object(recordInput),
	actor: actorInMeeting,
	async work(tx, { input, by, at }) {
		const { live } = await current(tx, input.meeting);
		const { heading } = live.meeting;
		const [row] = (await recordsOf(tx, input.meeting)).filter(({ id }) => id === input.record);
		if (!row || !heading || !mayRead(by, row)) return refuse({ code: 'notFound' });
		const { id, meeting, kind, state, version, draft, journal, content, file, pages } = row;
		const may = mayNowWith(row, by);
		return ok<RecordPage>({
			meeting,
			meetingTitle: heading.title,
			bodyName: heading.bodyName,
			id,
			kind,
			state,
			version,
			title: draft.title,
			draft,
			number: content && { printed: content.number, date: content.date, code: content.code },
			file: file && { hash: file, pages: pages ?? 0 },
			signatures: signaturesOf(row),
			verify: content && { ...content.verify, qr: await qrSvg(content.verify.url) },
			carriedBy: carriedBy(row, live),
			journal,
			changedAt: instant(row.changedAt.getTime()),
			nextNumber: may.number ? await nextFor(tx, row, at) : null,
			may
		});
	}
});

function mayNowWith(row: StoredRecord, by: Actor): RecordPage['may'] {
	const { state } = row;
	const isOpen = state === 'draft' || state === 'submitted';
	const next = nextSigner(row);
	const turn = isMine(by, next);
	return {
		edit: isOpen && can(by, 'records.edit'),
		submit: state === 'draft' && can(by, 'records.submit'),
		number: state === 'submitted' && can(by, 'records.number'),
		sign: turn && next?.kind === 'person',
		seal: turn && next?.kind === 'seal',
		giveUp: state === 'signing' && can(by, 'records.giveUp')
	};
}

/** The vote that carried a resolution. */
function carriedBy({ round: id }: StoredRecord, { rounds, meeting }: LiveMeeting): RecordPage['carriedBy'] {
	const round = rounds.find((one) => one.id === id);
	const planned = round && voteOf(meeting.agenda, round.vote)?.planned;
	if (!round?.tally || !planned) return null;
	return { code: planned.code, approve: round.tally.approve, membership: round.membership };
}

function signaturesOf(row: StoredRecord): SignatureLine[] {
	const next = nextSigner(row);
	return row.signers.map(({ field, kind, name, capacity }) => ({
		field,
		kind,
		name,
		capacity,
		signedAt: row.signatures.find((given) => given.field === field)?.at ?? null,
		isNext: next?.field === field
	}));
}

/** Where a record's page is, for a notice that knows only the record. */
export const recordPlace = query({
	name: 'records.place',
	needs: 'records.read',
	input: v.object({ record: idOf<RecordId>() }),
	actor: async (tx, { record }, who) => {
		const meeting = await meetingOf(tx, record);
		if (meeting) return actorInMeeting(tx, { meeting }, who);
		return { person: who.person, seat: null, roles: ['public'], steppedUp: null };
	},
	async work(tx, { input: { record } }) {
		const meeting = await meetingOf(tx, record);
		return meeting ? ok({ meeting, record }) : refuse({ code: 'notFound' });
	}
});
async function meetingOf(tx: Tx, record: RecordId): Promise<MeetingId | null> {
	const [row] = await tx.select({ meeting: records.meeting }).from(records).where(eq(records.id, record));
	return row?.meeting ?? null;
}

/** The file as it stands: for its signers, and for everybody called once it is complete. */
export const recordFile = query({
	name: 'records.file',
	needs: 'records.read',
	input: v.object(recordInput),
	actor: actorInMeeting,
	async work(tx, { input, by }) {
		const [row] = (await recordsOf(tx, input.meeting)).filter(({ id }) => id === input.record);
		const bytes = row && mayRead(by, row) ? await fileOf(tx, row.id, row.file) : null;
		return bytes && row?.content
			? ok({ bytes, name: fileNameOf(row.content.number) })
			: refuse({ code: 'notFound' });
	}
});

/** `12-2026-NQ-HDND.pdf`: a number as the name of a file, in plain letters. */
export function fileNameOf(number: string): string {
	const plain = number
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replaceAll('Đ', 'D')
		.replaceAll('đ', 'd');
	return `${plain.replace(/[^\w]+/g, '-')}.pdf`;
}

// From the journal to a text that is handed in: minutes, and a resolution for each vote that carried one.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { MeetingId, RecordId, UnitId } from '#domain/journal/ids.ts';
import { editResolution, editSection, type RecordDraft } from '#domain/records/draft.ts';
import { adoptedBy, factsOf, signingSecretary, type MeetingFacts } from '#domain/records/facts.ts';
import { letterheadOf } from '#domain/records/letterhead.ts';
import { mayEdit, maySubmit, type NamedSigner } from '#domain/records/record.ts';
import { rootOf } from '#domain/journal/tree.ts';
import { minutesDraft, resolutionDraft, signerCapacities } from '#i18n/record-draft.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import { entriesAfter, lock } from '#server/live/state.ts';
import { settle } from '#server/notices/commands.ts';
import { clock } from '#server/platform/clock.ts';
import { transaction, type Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf, jsonOf, paragraphs, wholeNumber } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { actorInMeeting, heldRecord, recordsOf, type StoredRecord } from './queries.ts';
import { records } from './tables.ts';
import { tellClerks } from './telling.ts';

/** Draws the records of a closed meeting from its journal. Refused before it is closed, and a second time. */
export const draftRecords = deskCommand({
	name: 'records.draft',
	needs: 'records.draft',
	input: v.object({ meeting: idOf<MeetingId>() }),
	actor: actorInMeeting,
	work: (tx, { input: { meeting }, at }) => draftOf(tx, meeting, at)
});

/** Does the same when a meeting has been closed, without anybody asking. Safe to do twice: what is drafted stays. */
export const draftAfterClosing = (meeting: MeetingId) =>
	transaction(null, (tx) => draftOf(tx, meeting, clock.now()));

async function draftOf(tx: Tx, meeting: MeetingId, at: Instant) {
	const locked = await lock(tx, meeting); // two secretaries at once draft one set
	const heading = locked?.live.meeting.heading;
	if (locked?.live.meeting.state !== 'closed' || !heading) return refuse({ code: 'meetingNotClosed' });
	if ((await recordsOf(tx, meeting)).length > 0) return refuse({ code: 'draftedAlready' });
	const facts = factsOf(await entriesAfter(tx, meeting, 0), locked.roster, rootOf(locked.tree));
	const common = { meeting, organisation: heading.body, at, journal: facts.journal };
	const rows = [
		newRow(common, { draft: minutesDraft(facts), round: null, signers: minutesSigners(facts) }),
		...adoptedBy(facts).map((vote) =>
			newRow(common, {
				draft: resolutionDraft(facts, vote),
				round: vote.round,
				signers: resolutionSigners(facts)
			})
		)
	];
	await tx.insert(records).values(rows);
	return ok({ records: rows.map(({ id }) => id) });
}

type Common = {
	readonly meeting: MeetingId;
	readonly organisation: UnitId;
	readonly journal: StoredRecord['journal'];
	readonly at: Instant;
};
type Own = Pick<StoredRecord, 'round' | 'signers'> & { readonly draft: RecordDraft };
export const newRow = ({ meeting, organisation, journal, at }: Common, { draft, round, signers }: Own) => ({
	id: newId<RecordId>(),
	meeting,
	organisation,
	journal,
	kind: draft.kind,
	round,
	state: 'draft' as const,
	version: 1,
	draft,
	signers,
	signatures: [],
	changedAt: new Date(at)
});

function minutesSigners(facts: MeetingFacts): NamedSigner[] {
	const { secretary, chair } = signerCapacities();
	const [writes, presides] = [signingSecretary(facts), facts.chair];
	return [
		...(writes
			? [{ field: 'secretary', kind: 'person' as const, capacity: secretary, ...personOf(writes) }]
			: []),
		...(presides ? [{ field: 'chair', kind: 'person' as const, capacity: chair, ...personOf(presides) }] : [])
	];
}
function resolutionSigners({ chair, bodyName }: MeetingFacts): NamedSigner[] {
	if (!chair) return [];
	const { head, chair: presiding, seal } = signerCapacities();
	const capacity = chair.post?.startsWith(head) ? head : presiding;
	return [
		{ field: 'chair', kind: 'person', capacity, ...personOf(chair) },
		{ field: 'seal', kind: 'seal', capacity: seal, name: letterheadOf(bodyName).name, person: null }
	];
}
const personOf = ({ person, name }: NonNullable<MeetingFacts['chair']>) => ({ person, name });

const seen = { meeting: idOf<MeetingId>(), record: idOf<RecordId>(), version: wholeNumber };
const piece = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
	text: paragraphs(8000, 0)
});

/** Puts other words into a section of the minutes' draft. What the system counted stays. */
export const editMinutes = deskCommand({
	name: 'records.editMinutes',
	needs: 'records.edit',
	input: v.object({
		...seen,
		section: v.pipe(v.string(), v.maxLength(100)),
		pieces: jsonOf(v.pipe(v.array(piece), v.maxLength(300)))
	}),
	actor: actorInMeeting,
	work: (tx, { input, at }) =>
		changed(tx, { ...input, at }, ({ draft }) =>
			draft.kind === 'minutes'
				? editSection(draft, input.section, input.pieces)
				: refuse({ code: 'sectionUnknown' })
		)
});

/** Puts other words into a resolution's draft. */
export const editResolutionText = deskCommand({
	name: 'records.editResolution',
	needs: 'records.edit',
	input: v.object({
		...seen,
		grounds: paragraphs(8000, 0),
		articles: paragraphs(60_000, 0),
		recipients: paragraphs(4000, 0)
	}),
	actor: actorInMeeting,
	work: (tx, { input, at }) =>
		changed(tx, { ...input, at }, ({ draft }) =>
			draft.kind === 'resolution' ? editResolution(draft, input) : refuse({ code: 'sectionUnknown' })
		)
});

type Seen = {
	readonly meeting: MeetingId;
	readonly record: RecordId;
	readonly version: number;
	readonly at: Instant;
};
async function changed(
	tx: Tx,
	{ at, ...where }: Seen,
	change: (row: StoredRecord) => Result<RecordDraft, Refusal>
): Promise<Result<{ readonly version: number }, Refusal>> {
	const row = await heldRecord(tx, where);
	if (!row) return refuse({ code: 'notFound' });
	const free = mayEdit(row, where.version);
	if (!free.ok) return free;
	const draft = change(row);
	if (!draft.ok) return draft;
	const version = row.version + 1;
	await tx
		.update(records)
		.set({ draft: draft.value, version, state: 'draft', changedAt: new Date(at) })
		.where(eq(records.id, row.id));
	if (row.state === 'submitted') await settle(tx, row.id); // it waits for its number no longer
	return ok({ version });
}

/** Hands the text in for its number. */
export const submitRecord = deskCommand({
	name: 'records.submit',
	needs: 'records.submit',
	input: v.object(seen),
	actor: actorInMeeting,
	async work(tx, { input, at }) {
		const row = await heldRecord(tx, input);
		if (!row) return refuse({ code: 'notFound' });
		const free = maySubmit(row, input.version);
		if (!free.ok) return free;
		const complete =
			row.draft.kind === 'resolution' ? editResolution(row.draft, typedOf(row.draft)) : ok(null);
		if (!complete.ok) return complete;
		await tx
			.update(records)
			.set({ state: 'submitted', changedAt: new Date(at) })
			.where(eq(records.id, row.id));
		await tellClerks(tx, row, { kind: 'numberWanted', title: row.draft.title });
		return ok({ version: row.version });
	}
});
const typedOf = ({ grounds, articles, recipients }: Extract<RecordDraft, { kind: 'resolution' }>) => ({
	grounds: grounds.join('\n'),
	articles,
	recipients: recipients.join('\n')
});

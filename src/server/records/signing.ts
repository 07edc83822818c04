// From a text that was handed in to a record: its number, its pages, its signatures; and the meeting's seal after the last.
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import type { CommandId, MeetingId, PersonId, RecordId } from '#domain/journal/ids.ts';
import { sealMeeting } from '#domain/meetings/meeting.ts';
import { letterheadOf } from '#domain/records/letterhead.ts';
import {
	allComplete,
	mayGiveUp,
	mayNumber,
	maySign,
	nextSigner,
	stateAfter,
	type NamedSigner
} from '#domain/records/record.ts';
import { contentOf } from '#domain/records/typeset-content.ts';
import { hashOf, type Hash } from '#lib/hash.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/result.ts';
import { later, type Instant } from '#lib/time.ts';
import { unitOf } from '#server/accounts/queries.ts';
import { record as recordEvents } from '#server/live/run.ts';
import { lock, type Locked } from '#server/live/state.ts';
import { settle } from '#server/notices/commands.ts';
import { notify } from '#server/notices/notify.ts';
import type { Tx } from '#server/platform/db.ts';
import { deskCommand } from '#server/platform/desk.ts';
import { idOf, line, wholeNumber } from '#server/platform/input.ts';
import { newId } from '#server/platform/new-id.ts';
import { newRow } from './drafting.ts';
import { publicAddress } from '#server/platform/public-address.ts';
import { keys, verifyUrl } from './home.ts';
import { calendarDay, newCode, printedIn, seriesOf } from './numbering.ts';
import { actorInMeeting, fileOf, heldRecord, recordsOf, type StoredRecord } from './queries.ts';
import { beginSeries, giveNumberUp, takeNumber } from './register.ts';
import { signedFile } from './signature.ts';
import { recordFiles, records } from './tables.ts';
import { tellClerks } from './telling.ts';
import { typesetRecord } from './typeset.ts';

const named = { meeting: idOf<MeetingId>(), record: idOf<RecordId>() };

/** Takes the number from the register, sets date and code, and typesets the page that everybody will sign. */
export const numberRecord = deskCommand({
	name: 'records.number',
	needs: 'records.number',
	input: v.object({ ...named, version: wholeNumber }),
	actor: actorInMeeting,
	async work(tx, { input, by, at }) {
		const row = await heldRecord(tx, input);
		if (!row) return refuse({ code: 'notFound' });
		const free = mayNumber(row, input.version);
		if (!free.ok) return free;
		const series = seriesOf(row, at);
		const taken = await takeNumber(tx, series, { record: row.id, person: by.person, at });
		const code = await newCode(tx, series, taken);
		const printed = await printedIn(tx, series, taken);
		const letterhead = letterheadOf((await unitOf(tx, row.organisation)).name);
		const verify = { address: publicAddress(), url: verifyUrl(code) };
		const { signers, journal, draft } = row;
		const content = contentOf(draft, {
			printed,
			code,
			date: calendarDay(at),
			letterhead,
			signers,
			verify,
			journal
		});
		const { bytes, pages } = await typesetRecord(content, at);
		const file = await keepFile(tx, row.id, { bytes, at });
		const after = { state: 'signing' as const, content, code, file, pages, changedAt: new Date(at) };
		await tx.update(records).set(after).where(eq(records.id, row.id));
		await settle(tx, row.id);
		await tellNext(tx, { ...row, state: 'signing' }, printed);
		return ok({ number: printed, code });
	}
});

async function keepFile(
	tx: Tx,
	record: RecordId,
	{ bytes, at }: { bytes: Uint8Array; at: Instant }
): Promise<Hash> {
	const hash = hashOf(bytes);
	await tx.insert(recordFiles).values({ record, hash, bytes, at: new Date(at) });
	return hash;
}

/** Whose turn it is hears of it; the seal's turn is the records clerks'. */
async function tellNext(tx: Tx, row: StoredRecord, title: string): Promise<void> {
	const next = nextSigner(row);
	if (next?.person) await notify(tx, [next.person], { kind: 'signatureWanted', about: row.id, title });
	if (next?.kind === 'seal') await tellClerks(tx, row, { kind: 'sealWanted', title });
}

const shown = v.custom<Hash>((given) => typeof given === 'string' && /^[0-9a-f]{64}$/.test(given));
const signing = v.object({ ...named, shown });

/** Signs with the person's own certificate, after the page that was shown. The password comes with the act. */
export const signRecord = deskCommand({
	name: 'records.sign',
	needs: 'records.sign',
	input: signing,
	actor: actorInMeeting,
	work: (tx, { input, by, at }) => signed(tx, { ...input, by, at, kind: 'person' })
});

/** Puts the agency's seal on: the signature of the agency's own certificate. */
export const sealRecord = deskCommand({
	name: 'records.seal',
	needs: 'records.seal',
	input: signing,
	actor: actorInMeeting,
	work: (tx, { input, by, at }) => signed(tx, { ...input, by, at, kind: 'seal' })
});

type Act = {
	readonly meeting: MeetingId;
	readonly record: RecordId;
	readonly shown: Hash;
	readonly by: Actor;
	readonly at: Instant;
	readonly kind: 'person' | 'seal';
};
async function signed(tx: Tx, act: Act): Promise<Result<{ readonly complete: boolean }, Refusal>> {
	const locked = await lock(tx, act.meeting); // the meeting first, as everywhere
	const row = await heldRecord(tx, act);
	const before = row && (await fileOf(tx, row.id, row.file));
	if (!row || !locked) return refuse({ code: 'notFound' });
	const turn = maySign(row, { person: act.by.person, kind: act.kind, shown: act.shown });
	if (!turn.ok) return turn;
	if (!before || !row.content) throw new Error(`the record ${row.id} waits for a signature and has no file`);
	const at = later(act.at, locked.at);
	const bytes = await signedBy(tx, row, { next: turn.value, before, at });
	const file = await keepFile(tx, row.id, { bytes, at });
	const state = stateAfter(row);
	const signatures = [...row.signatures, { field: turn.value.field, person: act.by.person, at }];
	await tx
		.update(records)
		.set({ file, signatures, state, changedAt: new Date(at) })
		.where(eq(records.id, row.id));
	await settle(tx, row.id);
	await tellNext(tx, { ...row, state, signatures }, row.content.number);
	if (state === 'complete') await sealIfComplete(tx, locked, { meeting: act.meeting, by: act.by, at });
	return ok({ complete: state === 'complete' });
}

type Next = { readonly next: NamedSigner; readonly before: Uint8Array; readonly at: Instant };
async function signedBy(tx: Tx, row: StoredRecord, { next, before, at }: Next): Promise<Uint8Array> {
	const letterhead = letterheadOf((await unitOf(tx, row.organisation)).name);
	const holder =
		next.kind === 'seal'
			? { kind: 'agency' as const, id: row.organisation }
			: { kind: 'person' as const, id: idOfSigner(next) };
	const home = keys();
	const signer = await home.signerOf({ ...holder, name: next.name, organisation: letterhead.name });
	const authority = await home.timeStampAuthority();
	return signedFile(before, { as: next, place: letterhead.place, signer, authority, at });
}
function idOfSigner({ person, name }: NamedSigner): PersonId {
	if (person === null) throw new Error(`${name} is to sign and is nobody`);
	return person;
}

type Sealing = { readonly meeting: MeetingId; readonly by: Actor; readonly at: Instant };
/** The meeting is sealed with the last signature of its last record: nothing is recorded after it. */
async function sealIfComplete(tx: Tx, locked: Locked, { meeting, by, at }: Sealing): Promise<void> {
	if (!allComplete(await recordsOf(tx, meeting))) return;
	const sealed = sealMeeting(locked.live.meeting);
	if (sealed.ok)
		await recordEvents(tx, locked, { meeting, command: newId<CommandId>(), by, at, events: sealed.value });
}

/** Gives up a record that has a number: the number stays *bỏ*, the text becomes a new draft. */
export const giveUpRecord = deskCommand({
	name: 'records.giveUp',
	needs: 'records.giveUp',
	input: v.object({ ...named, reason: line(300, 3) }),
	actor: actorInMeeting,
	async work(tx, { input, at }) {
		const row = await heldRecord(tx, input);
		if (!row) return refuse({ code: 'notFound' });
		const free = mayGiveUp(row);
		if (!free.ok) return free;
		await giveNumberUp(tx, row.id, input.reason);
		await settle(tx, row.id);
		await tx
			.update(records)
			.set({ state: 'givenUp', changedAt: new Date(at) })
			.where(eq(records.id, row.id));
		const again = newRow({ ...row, at }, row);
		await tx.insert(records).values(again);
		return ok({ record: again.id });
	}
});

/** Says up to which number the series of a record was used before this register took it over. */
export const openSeries = deskCommand({
	name: 'records.openSeries',
	needs: 'records.openSeries',
	input: v.object({ ...named, last: wholeNumber }),
	actor: actorInMeeting,
	async work(tx, { input, at }) {
		const row = await heldRecord(tx, input);
		return row ? beginSeries(tx, seriesOf(row, at), input.last) : refuse({ code: 'notFound' });
	}
});

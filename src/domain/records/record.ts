// The life of a record: draft → submitted → signing → complete; one that has a number may be given up instead.
import type { Hash } from '#lib/hash.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Instant } from '#lib/time.ts';
import type { MeetingId, PersonId, RecordId, RoundId } from '../journal/ids.ts';
import type { RecordKind, SignerWanted } from './content.ts';
import type { DraftRefusal } from './draft.ts';

export type RecordState = 'draft' | 'submitted' | 'signing' | 'complete' | 'givenUp';
/** Who is to sign; the seal belongs to nobody: whoever keeps the records puts it on. */
export type NamedSigner = SignerWanted & { readonly person: PersonId | null };
export type SignatureGiven = { readonly field: string; readonly person: PersonId; readonly at: Instant };
export type RecordRow = {
	readonly id: RecordId;
	readonly meeting: MeetingId;
	readonly kind: RecordKind;
	/** The round that carried it; null for minutes. */
	readonly round: RoundId | null;
	readonly state: RecordState;
	readonly version: number;
	readonly signers: readonly NamedSigner[];
	readonly signatures: readonly SignatureGiven[];
	/** The file as it stands, from its number on. */
	readonly file: Hash | null;
};
export type RecordRefusal =
	| DraftRefusal
	| { readonly code: 'changedMeanwhile'; readonly version: number }
	| { readonly code: 'recordIs'; readonly state: RecordState }
	| { readonly code: 'meetingNotClosed' }
	| { readonly code: 'draftedAlready' }
	| { readonly code: 'nobodySigns' }
	| { readonly code: 'notYourTurn'; readonly next: string }
	| { readonly code: 'shownOther' }
	| { readonly code: 'seriesBegun' };

/** Whether the text may be changed by somebody who saw this version. What was handed in comes back to the draft by it. */
export function mayEdit({ state, version }: RecordRow, seen: number): Result<null, RecordRefusal> {
	if (state !== 'draft' && state !== 'submitted') return refuse({ code: 'recordIs', state });
	return version === seen ? ok(null) : refuse({ code: 'changedMeanwhile', version });
}

/** Whether it may be handed in for its number: as a draft, with somebody to sign it. */
export function maySubmit(row: RecordRow, seen: number): Result<null, RecordRefusal> {
	if (row.state !== 'draft') return refuse({ code: 'recordIs', state: row.state });
	if (row.version !== seen) return refuse({ code: 'changedMeanwhile', version: row.version });
	return row.signers.length > 0 ? ok(null) : refuse({ code: 'nobodySigns' });
}

/** Whether it may take a number: exactly the version that was handed in. */
export function mayNumber({ state, version }: RecordRow, seen: number): Result<null, RecordRefusal> {
	if (state !== 'submitted') return refuse({ code: 'recordIs', state });
	return version === seen ? ok(null) : refuse({ code: 'changedMeanwhile', version });
}

/** The next signature that the record waits for; null where there is none. */
export function nextSigner({ state, signers, signatures }: RecordRow): NamedSigner | null {
	if (state !== 'signing') return null;
	return signers.find(({ field }) => !signatures.some((given) => given.field === field)) ?? null;
}

type Signing = { readonly person: PersonId; readonly kind: 'person' | 'seal'; readonly shown: Hash };

/** Whose signature it is, if this person may give it now. Refused where another is next, or another file was shown. */
export function maySign(
	row: RecordRow,
	{ person, kind, shown }: Signing
): Result<NamedSigner, RecordRefusal> {
	const next = nextSigner(row);
	if (!next) return refuse({ code: 'recordIs', state: row.state });
	const isMine = next.kind === kind && (kind === 'seal' || next.person === person);
	if (!isMine) return refuse({ code: 'notYourTurn', next: next.name });
	return shown === row.file ? ok(next) : refuse({ code: 'shownOther' });
}

/** The state after one more signature. */
export function stateAfter({ signers, signatures }: RecordRow): RecordState {
	return signatures.length + 1 >= signers.length ? 'complete' : 'signing';
}

/** Whether it may be given up: while it has a number and is not complete. The number stays *bỏ*. */
export function mayGiveUp({ state }: RecordRow): Result<null, RecordRefusal> {
	return state === 'signing' ? ok(null) : refuse({ code: 'recordIs', state });
}

/** Whether the meeting has all its records: what was given up has another in its place, and counts for nothing. */
export function allComplete(rows: readonly Pick<RecordRow, 'state'>[]): boolean {
	const wanted = rows.filter(({ state }) => state !== 'givenUp');
	return wanted.length > 0 && wanted.every(({ state }) => state === 'complete');
}

// From what was found in a file to the one answer a citizen gets (screens 12). Never more than the file can show.
import type { Instant } from '#lib/time.ts';
import type { RecordFacts, SignerWanted } from './content.ts';

/** Who vouches: a root of the list that the operator trusts; our own trial root; anybody. */
export type RootKind = 'recognised' | 'trial' | 'unknown';

export type SignatureFault =
	| 'rangeWrong'
	| 'valueWrong'
	| 'certificateWrong'
	| 'stampMissing'
	| 'stampWrong'
	| 'chainBroken'
	| 'notValidThen'
	| 'revoked';

export type SignatureReport = {
	readonly field: string;
	/** From the certificate; empty where there is none to read. */
	readonly by: { readonly name: string; readonly organisation: string };
	/** In which capacity, as the signer stated it. */
	readonly capacity: string | null;
	readonly stampedAt: Instant | null;
	readonly level: 'B-B' | 'B-T';
	readonly certificate: { readonly serial: string; readonly issuer: string } | null;
	readonly root: RootKind;
	/** Whether a list of the issuer was at hand that says the certificate has not been taken back. */
	readonly revocation: 'good' | 'revoked' | 'unknown';
	readonly faults: readonly SignatureFault[];
	/** Only what is allowed was added after it. */
	readonly keptSince: boolean;
};

export type FileReport = {
	readonly pages: number;
	/** What the attached data say that the file is; null where it is no record of this product. */
	readonly facts: RecordFacts | null;
	readonly signatures: readonly SignatureReport[];
};

export type Verdict =
	| { readonly answer: 'unreadable' }
	| { readonly answer: 'unsigned'; readonly report: FileReport }
	| { readonly answer: 'changed'; readonly report: FileReport }
	/** The bytes hold, but not the certificate or time stamp of somebody: it cannot be said who signed. */
	| { readonly answer: 'notProved'; readonly report: FileReport }
	/** Signed and unchanged, but by fewer than have to sign: perhaps a file cut back to an earlier revision. */
	| { readonly answer: 'incomplete'; readonly report: FileReport; readonly missing: readonly SignerWanted[] }
	/** Signed, unchanged, complete or no record of ours; the root decides what may be said. */
	| { readonly answer: 'trial' | 'unknownRoot' | 'genuine'; readonly report: FileReport };

const CHANGED: readonly SignatureFault[] = ['rangeWrong', 'valueWrong'];

/** The answer. The worst that was found decides; a trial or unknown root is never genuine. */
export function verdictOn(report: FileReport): Verdict {
	const { signatures } = report;
	if (signatures.length === 0) return { answer: 'unsigned', report };
	const isChanged = (one: SignatureReport) =>
		!one.keptSince || one.faults.some((fault) => CHANGED.includes(fault));
	if (signatures.some(isChanged)) return { answer: 'changed', report };
	if (signatures.some((one) => one.faults.length > 0)) return { answer: 'notProved', report };
	const missing = missingIn(report);
	if (missing.length > 0) return { answer: 'incomplete', report, missing };
	if (signatures.some((one) => one.root === 'unknown')) return { answer: 'unknownRoot', report };
	if (signatures.some((one) => one.root === 'trial')) return { answer: 'trial', report };
	// no statement that a certificate still stood, or no word of who had to sign: not enough for *genuine*
	if (!report.facts || signatures.some((one) => one.revocation !== 'good'))
		return { answer: 'notProved', report };
	return { answer: 'genuine', report };
}

/** Who had to sign by the attached data and has not, in the field and under the name that the data give. */
export function missingIn({ facts, signatures }: FileReport): SignerWanted[] {
	const hasSigned = ({ field, name }: SignerWanted) =>
		signatures.some((one) => one.field === field && one.by.name === name && one.level === 'B-T');
	return facts ? facts.signers.filter((signer) => !hasSigned(signer)) : [];
}

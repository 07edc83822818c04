// Checks a file where it is: in the browser of whoever asks. Nothing of it leaves the machine.
import type * as pkijs from 'pkijs';
import { ATTACHED_AS, factsIn } from '#domain/records/content.ts';
import { attachedFile } from '#domain/records/pdf/attachment.ts';
import { NotReadable } from '#domain/records/pdf/object.ts';
import { Pdf } from '#domain/records/pdf/pdf.ts';
import { onlyAllowedAdded } from '#domain/records/pdf/revisions.ts';
import { signaturesIn, type SignatureFound } from '#domain/records/pdf/signatures.ts';
import {
	verdictOn,
	type SignatureFault,
	type SignatureReport,
	type Verdict
} from '#domain/records/verdict.ts';
import { hexOf } from '#lib/bytes.ts';
import type { Instant } from '#lib/time.ts';
import { followed, type ChainReport, type Trust } from './chain.ts';
import { judged, judgedStamp, type Judged } from './container.ts';

export type { Trust } from './chain.ts';

/** What can be said of this file at `now`. Bytes that are no PDF are an answer, not an exception. */
export async function verified(bytes: Uint8Array, trust: Trust, now: Instant): Promise<Verdict> {
	try {
		const pdf = new Pdf(bytes);
		const found = signaturesIn(pdf);
		const signatures: SignatureReport[] = [];
		for (const [i, signature] of found.entries()) {
			const next = found[i + 1]?.end ?? bytes.length;
			const keptSince = onlyAllowedAdded(bytes, signature.end, next);
			signatures.push({ ...(await reportOn(signature, trust, now)), keptSince });
		}
		const data = attachedFile(pdf, ATTACHED_AS);
		return verdictOn({ pages: pdf.pages().length, facts: data && factsIn(data), signatures });
	} catch (error) {
		if (error instanceof NotReadable) return { answer: 'unreadable' };
		throw error;
	}
}

type Report = Omit<SignatureReport, 'keptSince'>;

async function reportOn(found: SignatureFound, trust: Trust, now: Instant): Promise<Report> {
	const { field, reason } = found;
	const unread = {
		field,
		by: NOBODY,
		capacity: reason,
		stampedAt: null,
		level: 'B-B',
		certificate: null
	} as const;
	const nothing = { root: 'unknown', revocation: 'unknown' } as const;
	if (!found.covered) return { ...unread, ...nothing, faults: ['rangeWrong'] };
	const signature = await judged(found.covered.container, found.covered.content);
	if (!signature) return { ...unread, ...nothing, faults: ['certificateWrong'] };
	const stamp = await stampOn(signature, trust, now);
	const chain = await followed(
		{ leaf: signature.signer, pool: signature.certificates, at: stamp.at ?? now },
		trust
	);
	return {
		field,
		by: holderOf(signature.signer),
		capacity: reason,
		stampedAt: stamp.at,
		level: stamp.at === null ? 'B-B' : 'B-T',
		certificate: {
			serial: hexOf(new Uint8Array(signature.signer.serialNumber.valueBlock.valueHexView)),
			issuer: textIn(signature.signer.issuer, COMMON_NAME)
		},
		root: worse(chain.root, stamp.chain?.root),
		revocation: chain.revocation,
		faults: [...ownFaults(signature), ...stamp.faults, ...chain.faults]
	};
}
const NOBODY = { name: '', organisation: '' };

function ownFaults({ valueHolds, namesCertificate }: Judged): SignatureFault[] {
	return [
		...(valueHolds ? [] : ['valueWrong' as const]),
		...(namesCertificate ? [] : ['certificateWrong' as const])
	];
}

type Stamped = {
	readonly at: Instant | null;
	readonly chain: ChainReport | null;
	readonly faults: readonly SignatureFault[];
};
async function stampOn({ stamp, value }: Judged, trust: Trust, now: Instant): Promise<Stamped> {
	if (!stamp) return { at: null, chain: null, faults: ['stampMissing'] };
	const token = await judgedStamp(stamp, value);
	if (!token?.holds) return { at: null, chain: null, faults: ['stampWrong'] };
	const { signer, certificates } = token.judged;
	// a time stamp is judged today: nothing later vouches for it in a B-T file
	const chain = await followed({ leaf: signer, pool: certificates, at: now }, trust);
	return { at: token.at, chain, faults: chain.faults.length > 0 ? ['stampWrong'] : [] };
}

const ORDER = ['unknown', 'trial', 'recognised'] as const;
const worse = (a: ChainReport['root'], b: ChainReport['root'] = a) =>
	ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
const holderOf = ({ subject }: pkijs.Certificate) => ({
	name: textIn(subject, COMMON_NAME),
	organisation: textIn(subject, ORGANISATION)
});
function textIn(name: pkijs.RelativeDistinguishedNames, type: string): string {
	return String(name.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value ?? '');
}

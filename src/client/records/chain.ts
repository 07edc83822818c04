// From a signer's certificate to a root, at the instant that the time stamp proves.
import { BitString, fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { readRevocationList, type RevocationList } from '#domain/records/der/revocation-list.ts';
import type { RootKind, SignatureFault } from '#domain/records/verdict.ts';
import { sameBytes } from '#lib/bytes.ts';
import type { Instant } from '#lib/time.ts';
import { bufferOf, readCertificate } from './container.ts';

export type Trust = {
	/** Certificates in DER that the operator's settings name. */
	readonly recognised: readonly Uint8Array[];
	/** The root of this installation's trial. */
	readonly trial: readonly Uint8Array[];
	/** Lists of certificates taken back, in DER. */
	readonly revoked: readonly Uint8Array[];
};
export type ChainReport = {
	readonly root: RootKind;
	readonly revocation: 'good' | 'revoked' | 'unknown';
	readonly faults: readonly SignatureFault[];
};
type Asked = {
	readonly leaf: pkijs.Certificate;
	readonly pool: readonly pkijs.Certificate[];
	readonly at: Instant;
};
const LONGEST = 6;

/** Follows the chain. An unknown root is no fault, but it is said; a chain that does not hold is one. */
export async function followed({ leaf, pool, at }: Asked, trust: Trust): Promise<ChainReport> {
	const known = [
		...trust.recognised.map((der) => ({ kind: 'recognised' as const, certificate: readCertificate(der) })),
		...trust.trial.map((der) => ({ kind: 'trial' as const, certificate: readCertificate(der) }))
	];
	const faults = new Set<SignatureFault>();
	let [certificate, revocation]: [pkijs.Certificate, ChainReport['revocation']] = [leaf, 'good'];
	for (let length = 0; length < LONGEST; length++) {
		if (!isValidAt(certificate, at)) faults.add('notValidThen');
		const root = await issuerAmong(
			certificate,
			known.map((one) => one.certificate)
		);
		const issuer = root ?? (await issuerAmong(certificate, pool));
		if (!issuer) return { root: 'unknown', revocation, faults: [...faults, 'chainBroken'] };
		const state = await revocationOf(certificate, issuer, { at, lists: trust.revoked });
		if (state === 'revoked') faults.add('revoked');
		if (state !== 'good') revocation = state;
		const kind = known.find((one) => one.certificate === root)?.kind;
		if (kind || issuer.subject.isEqual(issuer.issuer))
			return { root: kind ?? 'unknown', revocation, faults: [...faults] };
		certificate = issuer;
	}
	return { root: 'unknown', revocation, faults: [...faults, 'chainBroken'] };
}

const isValidAt = (certificate: pkijs.Certificate, at: Instant) =>
	certificate.notBefore.value.getTime() <= at && at <= certificate.notAfter.value.getTime();

async function issuerAmong(certificate: pkijs.Certificate, among: readonly pkijs.Certificate[]) {
	for (const candidate of among) {
		if (!candidate.subject.isEqual(certificate.issuer) || !isAuthority(candidate)) continue;
		if (await certificate.verify(candidate)) return candidate;
	}
	return null;
}
function isAuthority({ extensions }: pkijs.Certificate): boolean {
	const constraints = extensions?.find((one) => one.extnID === '2.5.29.19')?.parsedValue;
	return constraints instanceof pkijs.BasicConstraints && constraints.cA;
}

type Lists = { readonly at: Instant; readonly lists: readonly Uint8Array[] };
async function revocationOf(certificate: pkijs.Certificate, issuer: pkijs.Certificate, { at, lists }: Lists) {
	const serial = new Uint8Array(certificate.serialNumber.valueBlock.valueHexView);
	for (const der of lists) {
		const list = readRevocationList(der);
		if (!(await isListOf(list, issuer))) continue;
		const entry = list.entries.find((one) => sameBytes(one.serial, serial));
		return entry && entry.since <= at ? 'revoked' : 'good';
	}
	return 'unknown';
}

async function isListOf(list: RevocationList, issuer: pkijs.Certificate): Promise<boolean> {
	if (!sameBytes(list.issuer, new Uint8Array(issuer.subject.toSchema().toBER()))) return false;
	const algorithm = new pkijs.AlgorithmIdentifier({ schema: fromBER(bufferOf(list.algorithm)).result });
	const value = new BitString({ valueHex: bufferOf(list.signature) });
	const engine = pkijs.getCrypto(true);
	return engine.verifyWithPublicKey(bufferOf(list.signed), value, issuer.subjectPublicKeyInfo, algorithm);
}

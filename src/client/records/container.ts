// One signature container, judged by pkijs on WebCrypto: the same in the browser and in Node.
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { OID } from '#domain/records/der/oid.ts';
import { below, dottedOf, NotDer, readDer, type Node } from '#domain/records/der/read.ts';
import { stampedAt } from '#domain/records/signing/time-stamp.ts';
import { sameBytes } from '#lib/bytes.ts';
import type { Instant } from '#lib/time.ts';

pkijs.setEngine('web', new pkijs.CryptoEngine({ name: 'web', crypto: globalThis.crypto }));

/** pkijs takes whole buffers only. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

export function readCertificate(der: Uint8Array): pkijs.Certificate {
	const asn1 = fromBER(bufferOf(der));
	if (asn1.offset === -1) throw new NotDer('this is no certificate');
	return new pkijs.Certificate({ schema: asn1.result });
}

export type Judged = {
	readonly signer: pkijs.Certificate;
	/** As they stand in the container. */
	readonly certificates: readonly pkijs.Certificate[];
	/** The value fits the content and the certificate's key. */
	readonly valueHolds: boolean;
	/** The signed attributes name this very certificate. */
	readonly namesCertificate: boolean;
	readonly value: Uint8Array;
	readonly stamp: Uint8Array | null;
};

/** Judges a container over `content` (for a time stamp: over what was stamped). Null where it is none of one signer. */
export async function judged(container: Uint8Array, content: Uint8Array): Promise<Judged | null> {
	const read = readContainer(container);
	if (!read) return null;
	const { signed, signer, certificates, parts } = read;
	return {
		signer,
		certificates,
		valueHolds: await holds(signed, content),
		namesCertificate: await isCertificateNamed(parts.signed, signer),
		value: parts.value,
		stamp: parts.stamp
	};
}

function readContainer(container: Uint8Array) {
	try {
		const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(bufferOf(container)).content });
		const certificates = (signed.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
		const [info] = signed.signerInfos;
		const signer = certificates.find((one) => info && isNamedBy(one, info));
		if (!signer || signed.signerInfos.length !== 1) return null;
		return { signed, signer, certificates, parts: partsOf(container) };
	} catch {
		return null; // a file from outside may hold anything: the library throws errors of many kinds for it
	}
}

function isNamedBy(certificate: pkijs.Certificate, { sid }: pkijs.SignerInfo): boolean {
	if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return false;
	return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
}

async function holds(signed: pkijs.SignedData, content: Uint8Array): Promise<boolean> {
	try {
		return await signed.verify({ signer: 0, data: bufferOf(content), checkChain: false });
	} catch {
		return false; // the library throws where a digest does not fit, as well as where bytes are no signature
	}
}

/** Signed attributes, value and time stamp, read from the very bytes. */
function partsOf(container: Uint8Array) {
	const signer = below(readDer(container), 1, 0, -1, 0);
	const value = signer.kids.find((kid) => kid.tag === 0x04);
	const attributes = (tag: number) => signer.kids.find((kid) => kid.tag === tag)?.kids ?? [];
	const stamp = attributes(0xa1).find((one) => dottedOf(below(one, 0)) === OID.timeStampToken);
	if (!value) throw new NotDer('a signature without a value');
	return { signed: attributes(0xa0), value: value.body, stamp: stamp ? below(stamp, 1, 0).raw : null };
}

async function isCertificateNamed(signed: readonly Node[], signer: pkijs.Certificate): Promise<boolean> {
	const attribute = signed.find((one) => dottedOf(below(one, 0)) === OID.signingCertificateV2);
	if (!attribute) return false;
	const [first, second] = below(attribute, 1, 0, 0, 0).kids;
	const explicit = first?.tag === 0x30;
	const algorithm = explicit ? HASHES.get(dottedOf(below(first, 0))) : 'SHA-256';
	const hash = explicit ? second : first;
	if (!algorithm || !hash) return false;
	const digest = await crypto.subtle.digest(algorithm, signer.toSchema(true).toBER());
	return sameBytes(hash.body, new Uint8Array(digest));
}
const HASHES = new Map([
	['2.16.840.1.101.3.4.2.1', 'SHA-256'],
	['2.16.840.1.101.3.4.2.2', 'SHA-384'],
	['2.16.840.1.101.3.4.2.3', 'SHA-512']
]);

export type JudgedStamp = { readonly at: Instant; readonly holds: boolean; readonly judged: Judged };

/** A time stamp over a signature's value: when, and whether it is one. Null where there is nothing to read. */
export async function judgedStamp(token: Uint8Array, value: Uint8Array): Promise<JudgedStamp | null> {
	const found = await judged(token, value);
	if (!found) return null;
	const isAuthority = found.signer.extensions?.some(isTimeStampingOnly) ?? false;
	return {
		at: stampedAt(token),
		holds: found.valueHolds && found.namesCertificate && isAuthority,
		judged: found
	};
}
function isTimeStampingOnly({ extnID, critical, parsedValue }: pkijs.Extension): boolean {
	if (extnID !== OID.extendedKeyUsage || !critical) return false;
	return parsedValue instanceof pkijs.ExtKeyUsage && parsedValue.keyPurposes.join() === OID.timeStamping;
}

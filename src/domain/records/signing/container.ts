// The container of a PAdES signature (EN 319 142-1, CAdES-B): signed attributes are content type, message digest,
// signing-certificate-v2 and algorithm protection. No signing time: a PAdES baseline signature has it in /M.
import { sha256 } from '@noble/hashes/sha2.js';
import { joined } from '#lib/bytes.ts';
import { certificateParts } from '../der/certificate.ts';
import { OID } from '../der/oid.ts';
import { readDer } from '../der/read.ts';
import { element, integer, nothing, objectId, octets, sequence, setOf, tagged } from '../der/write.ts';

/** Who signs: the certificate of the key, then the ones that vouch for it, the root last. */
export type Chain = readonly [leaf: Uint8Array, ...issuers: Uint8Array[]];

export const digestAlgorithm = sequence(objectId(OID.sha256));
const signatureAlgorithm = sequence(objectId(OID.ecdsaWithSha256));
const attribute = (oid: string, ...values: Uint8Array[]) => sequence(objectId(oid), setOf(...values));

/** The attributes to be signed over content with this digest; `contentType` is plain data unless it is a time stamp. */
export function signedAttributes(
	digest: Uint8Array,
	leaf: Uint8Array,
	contentType: string = OID.data
): Uint8Array[] {
	const { issuer, serial } = certificateParts(leaf);
	const named = sequence(octets(sha256(leaf)), sequence(sequence(element(0xa4, issuer)), serial));
	return [
		attribute(OID.contentType, objectId(contentType)),
		attribute(OID.messageDigest, octets(digest)),
		attribute(OID.signingCertificateV2, sequence(sequence(named))),
		attribute(OID.algorithmProtection, sequence(digestAlgorithm, tagged(1, readDer(signatureAlgorithm).body)))
	];
}

/** What the key signs: the attributes as a DER set. */
export const toBeSigned = (attributes: readonly Uint8Array[]) => setOf(...attributes);

export type Signed = {
	readonly chain: Chain;
	readonly attributes: readonly Uint8Array[];
	/** ECDSA over SHA-256 of `toBeSigned`, in DER. */
	readonly value: Uint8Array;
	readonly timeStamp?: Uint8Array;
	/** What is signed, where it is carried inside (a time stamp); a record's signature leaves it out. */
	readonly content?: { readonly type: string; readonly bytes: Uint8Array };
};

/** The CMS signed data that goes into the file. */
export function container({ chain, attributes, value, timeStamp, content }: Signed): Uint8Array {
	const { issuer, serial } = certificateParts(chain[0]);
	const signer = sequence(
		integer(1),
		sequence(issuer, serial),
		digestAlgorithm,
		implicit(0, setOf(...attributes)),
		signatureAlgorithm,
		octets(value),
		...(timeStamp ? [implicit(1, setOf(attribute(OID.timeStampToken, timeStamp)))] : [])
	);
	const inside = content
		? sequence(objectId(content.type), tagged(0, octets(content.bytes)))
		: sequence(objectId(OID.data));
	const version = integer(content ? 3 : 1);
	const data = sequence(version, setOf(digestAlgorithm), inside, tagged(0, ...chain), setOf(signer));
	return sequence(objectId(OID.signedData), tagged(0, data));
}
/** The same element under `[n]` instead of its own tag. */
const implicit = (n: number, der: Uint8Array) => joined(Uint8Array.of(0xa0 + n), der.subarray(1));

export const sha256Algorithm = sequence(objectId(OID.sha256), nothing);

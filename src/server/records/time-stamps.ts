// Our own time stamp service (RFC 3161), in process: bytes of a question in, bytes of an answer out.
import { randomBytes } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { OID } from '#domain/records/der/oid.ts';
import { container, signedAttributes, toBeSigned } from '#domain/records/signing/container.ts';
import { stampFrom, stampInfo, stampRequest, stampResponse } from '#domain/records/signing/time-stamp.ts';
import type { Instant } from '#lib/time.ts';
import type { Signer } from './keys.ts';

const chance = (bytes: number) => BigInt(`0x${randomBytes(bytes).toString('hex')}`);

/** Answers a time stamp request as an authority does. Throws where the bytes are no request. */
export async function answerStampRequest(
	request: Uint8Array,
	authority: Signer,
	at: Instant
): Promise<Uint8Array> {
	const bytes = stampInfo(request, { at, serial: chance(12) });
	const attributes = signedAttributes(sha256(bytes), authority.chain[0], OID.timeStampInfo);
	const value = await authority.sign(toBeSigned(attributes));
	const content = { type: OID.timeStampInfo, bytes };
	return stampResponse(container({ chain: authority.chain, attributes, value, content }));
}

/** A token over a signature value, asked for and checked as if the service were somebody else's. */
export async function timeStampOver(value: Uint8Array, authority: Signer, at: Instant): Promise<Uint8Array> {
	const asked = { imprint: sha256(value), nonce: chance(8) };
	return stampFrom(await answerStampRequest(stampRequest(asked), authority, at), asked);
}

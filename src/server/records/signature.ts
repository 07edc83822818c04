import { sizeOfField } from '#domain/records/signing/fields.ts';
import { beginSignature, finishSignature } from '#domain/records/signing/sign.ts';
import { Pdf } from '#domain/records/pdf/pdf.ts';
import type { SignerWanted } from '#domain/records/content.ts';
import { isoInVietnam, type Instant } from '#lib/time.ts';
import type { Signer } from './keys.ts';
import { timeStampOver } from './time-stamps.ts';
import { typesetAppearance } from './typeset.ts';

export type Signing = {
	readonly as: SignerWanted;
	readonly place: string;
	readonly signer: Signer;
	readonly authority: Signer;
	readonly at: Instant;
};

/** The file with one more signature, PAdES B-T, in its prepared field. Throws where that field is signed already. */
export async function signedFile(
	file: Uint8Array,
	{ as, place, signer, authority, at }: Signing
): Promise<Uint8Array> {
	const size = sizeOfField(new Pdf(file), as.field);
	const time = isoInVietnam(at);
	const appearance = await typesetAppearance({ kind: as.kind, name: as.name, time, trial: true, ...size });
	const begun = beginSignature(file, {
		field: as.field,
		leaf: signer.chain[0],
		name: as.name,
		reason: as.capacity,
		place,
		at,
		appearance
	});
	const value = await signer.sign(begun.toBeSigned);
	const timeStamp = await timeStampOver(value, authority, at);
	return finishSignature(begun, { chain: signer.chain, value, timeStamp });
}

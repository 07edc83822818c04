import { below, readDer } from './read.ts';

/** What a signature repeats of its certificate, as it stands there. */
export type CertificateParts = {
	readonly serial: Uint8Array;
	readonly issuer: Uint8Array;
	readonly subject: Uint8Array;
};

/** Reads them from an X.509 certificate in DER; throws `NotDer` where it is none. */
export function certificateParts(der: Uint8Array): CertificateParts {
	const tbs = below(readDer(der), 0);
	const skip = below(tbs, 0).tag === 0xa0 ? 1 : 0;
	return {
		serial: below(tbs, skip).raw,
		issuer: below(tbs, skip + 2).raw,
		subject: below(tbs, skip + 4).raw
	};
}

// The root of this installation's own authority, as devices are asked to trust it. Its key is never read here.
import { createHash, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { settings } from '../../env.ts';

export type Authority = {
	/** What a device shows when it asks whether to trust it. */
	readonly name: string;
	/** The first signs of its SHA-256, to be compared with those on the operator's screen. */
	readonly code: string;
	/** The certificate as devices take it (DER). */
	readonly certificate: Uint8Array<ArrayBuffer>;
};

/** The authority, or null where a certificate was given: then there is nothing to trust. */
export function authority(): Authority | null {
	const { TLS_CERT, NGHISU_DATA } = settings();
	const file = path.join(NGHISU_DATA, 'ca/ca.crt');
	if (TLS_CERT || !fs.existsSync(file)) return null;
	const certificate = new X509Certificate(fs.readFileSync(file));
	const name = /CN=(.+)/.exec(certificate.subject)?.[1] ?? '';
	return { name, code: shortCode(certificate), certificate: new Uint8Array(certificate.raw) };
}

/** Three groups of four signs: enough to compare by eye, and said over the telephone. */
export const shortCode = (certificate: X509Certificate): string =>
	createHash('sha256')
		.update(certificate.raw)
		.digest('hex')
		.slice(0, 12)
		.toUpperCase()
		.replace(/(.{4})(?=.)/g, '$1 ');

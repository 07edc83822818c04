// The authority of this installation, made once, and its certificate for the addresses of this machine, made anew when
// they change or its time is nearly over. Devices trust the authority, so nothing changes for them.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';

x509.cryptoProvider.set(crypto);
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;
const yearDays = 365;
const lastDays = 30;

export type Identity = {
	readonly key: Buffer;
	readonly cert: Buffer;
	/** The root of our own authority; null where a certificate was given. */
	readonly authority: Buffer | null;
	readonly daysLeft: number;
};
export type Wanted = {
	readonly folder: string;
	readonly names: readonly string[];
	readonly given?: { readonly cert: string; readonly key: string } | null;
};

/** What this server shows to browsers: the certificate that was given, or one of our own for all of the names. */
export async function identity({ folder, names, given = null }: Wanted): Promise<Identity> {
	if (given) return read({ ...given, authority: null });
	const at = (name: string) => path.join(folder, name);
	fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (!fs.existsSync(at('ca.crt')) || !fs.existsSync(at('ca.key'))) await makeAuthority(at);
	if (!holds(at('server.crt'), names)) await makeCertificate(at, names);
	return read({ cert: at('server.crt'), key: at('server.key'), authority: at('ca.crt') });
}

function read(files: { cert: string; key: string; authority: string | null }): Identity {
	const cert = fs.readFileSync(files.cert);
	const until = new X509Certificate(cert).validToDate.getTime();
	return {
		cert,
		key: fs.readFileSync(files.key),
		authority: files.authority ? fs.readFileSync(files.authority) : null,
		daysLeft: Math.floor((until - Date.now()) / dayMs)
	};
}

function holds(file: string, names: readonly string[]) {
	if (!fs.existsSync(file)) return false;
	const certificate = new X509Certificate(fs.readFileSync(file));
	if (certificate.validToDate.getTime() < Date.now() + lastDays * dayMs) return false;
	return names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)));
}

type At = (name: string) => string;
const days = (count: number) => new Date(Date.now() + count * dayMs);

async function makeAuthority(at: At) {
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const certificate = await x509.X509CertificateGenerator.createSelfSigned({
		name: `CN=Nghi Su ${new Date().toISOString().slice(0, 10)} ${crypto.randomUUID().slice(0, 4)}`,
		keys,
		signingAlgorithm: algorithm,
		notBefore: days(-1),
		notAfter: days(10 * yearDays),
		extensions: [
			new x509.BasicConstraintsExtension(true, 0, true),
			new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
			await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)
		]
	});
	await keep(at('ca.key'), keys.privateKey);
	fs.writeFileSync(at('ca.crt'), certificate.toString('pem'), { mode: 0o600 });
}

async function makeCertificate(at: At, names: readonly string[]) {
	const authority = new x509.X509Certificate(fs.readFileSync(at('ca.crt'), 'utf8'));
	const der = x509.PemConverter.decodeFirst(fs.readFileSync(at('ca.key'), 'utf8'));
	const signingKey = await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
	const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const certificate = await x509.X509CertificateGenerator.create({
		subject: 'CN=Nghi Su',
		issuer: authority.subject,
		publicKey: keys.publicKey,
		signingKey,
		signingAlgorithm: algorithm,
		notBefore: days(-1),
		notAfter: days(yearDays),
		extensions: [
			new x509.SubjectAlternativeNameExtension(
				names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }))
			),
			new x509.BasicConstraintsExtension(false, undefined, true),
			new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
			new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
			await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey)
		]
	});
	await keep(at('server.key'), keys.privateKey);
	fs.writeFileSync(at('server.crt'), certificate.toString('pem'), { mode: 0o600 });
}

async function keep(file: string, key: CryptoKey) {
	const der = await crypto.subtle.exportKey('pkcs8', key);
	fs.writeFileSync(file, x509.PemConverter.encode(der, 'PRIVATE KEY'), { mode: 0o600 });
}

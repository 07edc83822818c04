// The keys of the trial: one root (not the root of the line), a time stamp authority, a certificate for each agency and
// each person who signs. Each is made at first use and kept in the data folder, key and certificate in one file.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Chain } from '#domain/records/signing/container.ts';
import type { Instant } from '#lib/time.ts';

x509.cryptoProvider.set(crypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
/** Certificates hold from before the oldest day of the demo's calendar, which is built on a set clock. */
const DAYS_BEFORE = 400;
const DAYS_AFTER = 3650;
const ROOT_NAME = 'Nghị Sự, bản dùng thử';

/** What signs: a key somewhere. It gets the DER to be signed and gives an ECDSA signature over its SHA-256, in DER. */
export type Signer = { readonly chain: Chain; sign(toBeSigned: Uint8Array): Promise<Uint8Array> };
export type Holder = {
	readonly kind: 'person' | 'agency';
	/** Stable and fit for a file name: the id of the person or organisation. */
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
};
export type KeyHome = {
	/** The trial root's certificate, in DER. */
	root(): Promise<Uint8Array>;
	signerOf(holder: Holder): Promise<Signer>;
	timeStampAuthority(): Promise<Signer>;
	/** The root's list of certificates taken back, in DER: signed now, so that its date says that it was looked at. */
	revoked(takenBack?: readonly TakenBack[]): Promise<Uint8Array>;
};
/** A certificate that no longer counts, by its serial number in hexadecimal digits. */
export type TakenBack = { readonly serial: string; readonly since: Instant };

type Kept = { readonly key: string; readonly certificate: Uint8Array };
type Wanted = {
	readonly file: string;
	readonly subject: x509.JsonName;
	readonly extensions: x509.Extension[];
};

/** The keys in `folder`; what is not there yet is made when it is asked for. `now` says from when certificates count. */
export function keyHome(folder: string, now: () => Instant): KeyHome {
	const root = () => keptOrMade(folder, 'trial-root', () => newRoot(now()));
	const issued = async (wanted: Wanted): Promise<Signer> => {
		const issuer = await root();
		return signerWith(await keptOrMade(folder, wanted.file, () => newLeaf(issuer, wanted, now())), issuer);
	};
	return {
		root: async () => (await root()).certificate,
		signerOf: (holder) => issued(wantedOf(holder)),
		timeStampAuthority: () => issued(TIME_STAMP),
		revoked: async (takenBack = []) => revocationList(await root(), takenBack, now())
	};
}

const TIME_STAMP: Wanted = {
	file: 'time-stamp',
	subject: named(`${ROOT_NAME}, dấu thời gian`, 'Nghị Sự'),
	extensions: [
		new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
		new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true)
	]
};
function wantedOf({ kind, id, name, organisation }: Holder): Wanted {
	if (!/^[\w-]+$/.test(id)) throw new Error('a holder of a key needs an id of letters and digits');
	const { digitalSignature, nonRepudiation } = x509.KeyUsageFlags;
	const usage = new x509.KeyUsagesExtension(digitalSignature | nonRepudiation, true);
	return { file: `${kind}-${id}`, subject: named(name, organisation), extensions: [usage] };
}
function named(name: string, organisation: string): x509.JsonName {
	return [{ C: ['VN'] }, { O: [organisation] }, { CN: [name] }];
}

/** DER as PEM, as tools of others read it. */
export const pemOf = (der: Uint8Array, tag: 'CERTIFICATE' | 'X509 CRL'): string =>
	`${x509.PemConverter.encode(Uint8Array.from(der), tag)}\n`;

/** Linking is all or nothing: of two processes that make the same key at once, both go on with the first. */
async function keptOrMade(folder: string, name: string, make: () => Promise<Kept>): Promise<Kept> {
	const file = path.join(folder, `${name}.pem`);
	if (!fs.existsSync(file)) {
		fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
		const { key, certificate } = await make();
		const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
		const text = `${key}\n${new x509.X509Certificate(Uint8Array.from(certificate)).toString('pem')}\n`;
		fs.writeFileSync(unfinished, text, { mode: 0o600 });
		linkUnlessThere(unfinished, file);
	}
	const text = fs.readFileSync(file, 'utf8');
	return { key: text, certificate: new Uint8Array(new x509.X509Certificate(certificatePart(text)).rawData) };
}
function linkUnlessThere(unfinished: string, file: string): void {
	try {
		fs.linkSync(unfinished, file);
	} catch (error) {
		if (!fs.existsSync(file)) throw error;
	} finally {
		fs.rmSync(unfinished);
	}
}
const certificatePart = (text: string) => text.slice(text.indexOf('-----BEGIN CERTIFICATE'));

async function newPair() {
	const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
	const der = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
	return { pair, key: x509.PemConverter.encode(der, 'PRIVATE KEY') };
}
const validity = (at: Instant) => ({
	notBefore: new Date(at - DAYS_BEFORE * DAY_MS),
	notAfter: new Date(at + DAYS_AFTER * DAY_MS)
});

async function newRoot(at: Instant): Promise<Kept> {
	const { pair, key } = await newPair();
	const certificate = await x509.X509CertificateGenerator.createSelfSigned({
		name: named(ROOT_NAME, 'Nghị Sự'),
		keys: pair,
		signingAlgorithm: ALGORITHM,
		...validity(at),
		extensions: [
			new x509.BasicConstraintsExtension(true, 0, true),
			new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
			await x509.SubjectKeyIdentifierExtension.create(pair.publicKey)
		]
	});
	return { key, certificate: new Uint8Array(certificate.rawData) };
}

async function newLeaf(root: Kept, wanted: Wanted, at: Instant): Promise<Kept> {
	const { pair, key } = await newPair();
	const issuer = new x509.X509Certificate(Uint8Array.from(root.certificate));
	const certificate = await x509.X509CertificateGenerator.create({
		subject: wanted.subject,
		issuer: issuer.subjectName,
		publicKey: pair.publicKey,
		signingKey: await privateKeyOf(root),
		signingAlgorithm: ALGORITHM,
		...validity(at),
		extensions: [
			new x509.BasicConstraintsExtension(false, undefined, true),
			...wanted.extensions,
			await x509.SubjectKeyIdentifierExtension.create(pair.publicKey),
			await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey)
		]
	});
	return { key, certificate: new Uint8Array(certificate.rawData) };
}

function signerWith(kept: Kept, root: Kept): Signer {
	const key = createPrivateKey(kept.key);
	return {
		chain: [kept.certificate, root.certificate],
		sign: async (toBeSigned) => new Uint8Array(sign('sha256', toBeSigned, { key, dsaEncoding: 'der' }))
	};
}

async function revocationList(root: Kept, takenBack: readonly TakenBack[], at: Instant): Promise<Uint8Array> {
	const list = await x509.X509CrlGenerator.create({
		issuer: new x509.X509Certificate(Uint8Array.from(root.certificate)).subject,
		thisUpdate: new Date(at),
		nextUpdate: new Date(at + DAYS_AFTER * DAY_MS),
		entries: takenBack.map(({ serial, since }) => ({
			serialNumber: serial,
			revocationDate: new Date(since)
		})),
		signingKey: await privateKeyOf(root),
		signingAlgorithm: ALGORITHM
	});
	return new Uint8Array(list.rawData);
}

function privateKeyOf(kept: Kept) {
	const der = createPrivateKey(kept.key).export({ format: 'der', type: 'pkcs8' });
	return crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}

// The authority of this installation and its certificate for the addresses of this machine; made once, kept in the data folder.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
x509.cryptoProvider.set(webcrypto);
const alg = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const pem = (key) =>
	webcrypto.subtle.exportKey('pkcs8', key).then((der) => x509.PemConverter.encode(der, 'PRIVATE KEY'));
const days = (n) => new Date(Date.now() + n * 86_400_000);

export async function certificates(dir, addresses) {
	const at = (name) => path.join(dir, name);
	if (!fs.existsSync(at('ca.crt'))) {
		fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
		const caKeys = await webcrypto.subtle.generateKey(alg, true, ['sign', 'verify']);
		const ca = await x509.X509CertificateGenerator.createSelfSigned({
			name: 'CN=Nghi Su',
			keys: caKeys,
			signingAlgorithm: alg,
			notBefore: days(-1),
			notAfter: days(3650),
			extensions: [
				new x509.BasicConstraintsExtension(true, 0, true),
				new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true)
			]
		});
		const keys = await webcrypto.subtle.generateKey(alg, true, ['sign', 'verify']);
		const names = addresses.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? 'ip' : 'dns', value }));
		const leaf = await x509.X509CertificateGenerator.create({
			subject: 'CN=nghisu',
			issuer: ca.subject,
			publicKey: keys.publicKey,
			signingKey: caKeys.privateKey,
			signingAlgorithm: alg,
			notBefore: days(-1),
			notAfter: days(397),
			extensions: [
				new x509.SubjectAlternativeNameExtension(names),
				new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1'])
			]
		});
		for (const [name, text] of [
			['ca.key', await pem(caKeys.privateKey)],
			['ca.crt', ca.toString('pem')],
			['server.key', await pem(keys.privateKey)],
			['server.crt', leaf.toString('pem')]
		])
			fs.writeFileSync(at(name), text, { mode: 0o600 });
	}
	const { TLS_KEY = at('server.key'), TLS_CERT = at('server.crt') } = process.env;
	return {
		key: fs.readFileSync(TLS_KEY),
		cert: fs.readFileSync(TLS_CERT),
		ca: fs.readFileSync(at('ca.crt'))
	};
}

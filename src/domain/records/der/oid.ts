/** The object identifiers that a signature of ours names. */
export const OID = {
	data: '1.2.840.113549.1.7.1',
	signedData: '1.2.840.113549.1.7.2',
	contentType: '1.2.840.113549.1.9.3',
	messageDigest: '1.2.840.113549.1.9.4',
	signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
	algorithmProtection: '1.2.840.113549.1.9.52',
	timeStampToken: '1.2.840.113549.1.9.16.2.14',
	timeStampInfo: '1.2.840.113549.1.9.16.1.4',
	sha256: '2.16.840.1.101.3.4.2.1',
	ecdsaWithSha256: '1.2.840.10045.4.3.2',
	timeStamping: '1.3.6.1.5.5.7.3.8',
	extendedKeyUsage: '2.5.29.37'
} as const;

// What the starter prints at the end: where the product is, as a QR for tablets too, and who can sign in.
import { X509Certificate } from 'node:crypto';
import qrcode from 'qrcode';
import { shortCode } from '../src/server/operations/authority.ts';
import { networkAddresses } from './addresses.ts';
import type { Identity } from './certificates.ts';
import type { DemoAccount } from './demo-accounts.ts';

export type Ready = {
	readonly seconds: string;
	readonly port: number;
	readonly names: readonly string[];
	readonly identity: Identity | null;
	readonly checks: readonly string[];
	readonly accounts: readonly DemoAccount[];
};

/** The closing words, addresses first. */
export async function welcome({ seconds, port, names, identity, checks, accounts }: Ready): Promise<string> {
	const network = [...names, ...networkAddresses()].map((host) => `https://${host}:${port}`);
	const shown = identity ? network : [];
	const lines = [
		`ready in ${seconds} s`,
		'',
		`  on this machine  http://localhost:${port}`,
		...shown.map((address) => `  on the network   ${address}`),
		...(shown[0] ? ['', await qrcode.toString(shown[0], { type: 'terminal', small: true })] : []),
		...(identity?.authority && shown[0] ? trust(shown[0], identity.authority) : []),
		...signIns(accounts),
		...checks.map((line) => `  ${line}`),
		''
	];
	return `${lines.join('\n')}\n`;
}

const trust = (address: string, authority: Buffer) => [
	`  A tablet trusts this server once, at ${address.replace('https:', 'http:')}/ca; the code there must be ${shortCode(new X509Certificate(authority))}`,
	''
];

function signIns(accounts: readonly DemoAccount[]) {
	if (accounts.length === 0) return [];
	return [
		'  People of the demo (the sign-in page lists them, a tap is enough):',
		...accounts.map(({ name, signIn, role }) => `    ${signIn.padEnd(10)} ${name}, ${role}`),
		'  Their passwords:  npm run nghisu -- accounts',
		''
	];
}

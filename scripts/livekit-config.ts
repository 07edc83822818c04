// The whole configuration of a video server that we start: what infra/livekit.yaml says for every machine, and what only
// this one knows.
import { randomBytes } from 'node:crypto';
import dgram from 'node:dgram';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parse } from 'yaml';
import { networkAddresses } from './addresses.ts';

/** http is for the product alone; media of browsers come by UDP, or by TCP where UDP does not pass. */
export type Ports = { readonly http: number; readonly tcp: number; readonly udp: number };
export type Keys = { readonly key: string; readonly secret: string };
export type Machine = {
	readonly keys: Keys;
	readonly ports: Ports;
	/** Where browsers send media. */
	readonly address: string;
	/** Where http is listened to. */
	readonly bind: string;
	/** Where the server tells us who came and went. */
	readonly webhook: string;
};

export const loopback = '127.0.0.1';
const everywhere = path.join(import.meta.dirname, '../infra/livekit.yaml');

export type LivekitConfig = {
	readonly rtc: Readonly<Record<string, unknown>>;
	readonly [name: string]: unknown;
};

/** The configuration as the server takes it. */
export function configOf({ keys, ports, address, bind, webhook }: Machine): LivekitConfig {
	const { rtc, ...common }: LivekitConfig = parse(fs.readFileSync(everywhere, 'utf8'));
	return {
		...common,
		port: ports.http,
		bind_addresses: [bind],
		keys: { [keys.key]: keys.secret },
		rtc: {
			...rtc,
			tcp_port: ports.tcp,
			udp_port: ports.udp,
			node_ip: address,
			ips: { includes: [`${address}/32`] }, // else an address of IPv6 is advertised too, and preferred
			enable_loopback_candidate: address === loopback,
			// none would mean public ones; at the port of the media, browsers that ask there get no media by UDP at all
			stun_servers: [`${address}:${ports.tcp}`]
		},
		webhook: { api_key: keys.key, urls: [webhook] }
	};
}

/** Where media are taken: the first network address of this machine, or this machine alone. */
export const mediaAddress = (only: 'loopback' | 'on'): string =>
	only === 'loopback' ? loopback : (networkAddresses()[0] ?? loopback);

/** The keys of this installation, made at the first start; nobody else may read them. */
export function keysIn(dataFolder: string): Keys {
	const file = path.join(dataFolder, 'livekit.json');
	if (!fs.existsSync(file)) {
		const made = {
			key: `API${randomBytes(9).toString('hex')}`,
			secret: randomBytes(36).toString('base64url')
		};
		fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
		fs.writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
	}
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

const firstPort = 7880;
/** Tests run side by side: each looks from a place of its own, below the ports that systems hand out. */
const someBlock = () => 17_880 + 10 * Math.floor(Math.random() * 1_400);
const tries = 200;

/** Three free ports beside each other, from 7880 on. */
export async function freePorts(only: 'loopback' | 'on', after = 0): Promise<Ports> {
	const first = after ? after + 10 : only === 'loopback' ? someBlock() : firstPort;
	for (let port = first; port < first + 10 * tries; port += 10) {
		const ports = { http: port, tcp: port + 1, udp: port + 2 };
		const free = [tcpIsFree(ports.http, loopback), tcpIsFree(ports.tcp, '0.0.0.0'), udpIsFree(ports.udp)];
		if ((await Promise.all(free)).every(Boolean)) return ports;
	}
	throw new Error(`no three ports are free from ${first} on`);
}

const tcpIsFree = (port: number, host: string) =>
	new Promise<boolean>((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
	});

const udpIsFree = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = dgram.createSocket('udp4');
		socket.once('error', () => resolve(false));
		socket.bind({ port, exclusive: true }, () => socket.close(() => resolve(true)));
	});

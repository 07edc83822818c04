// What a page receives of others, counted where the browser counts it: below everything that a page could claim.

declare global {
	interface Window {
		peers: Set<RTCPeerConnection>;
	}
}
export type Received = { readonly frames: number; readonly soundEnergy: number };

/** Remembers every connection that the page opens from now on. Also as an init script of a page. */
export function watchPeers(): void {
	const Native = window.RTCPeerConnection;
	window.peers = new Set();
	window.RTCPeerConnection = class extends Native {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			window.peers.add(this);
		}
	};
}

/** Pictures decoded and sound heard by all connections that are open. Runs in the page. */
export async function received(): Promise<Received> {
	const open = [...window.peers].filter(({ connectionState }) => connectionState !== 'closed');
	const reports = await Promise.all(open.map((peer) => peer.getStats()));
	const inbound = reports
		.flatMap((report) => [...report.values()])
		.filter(({ type }) => type === 'inbound-rtp');
	return {
		frames: inbound.reduce((all, { framesDecoded = 0 }) => all + framesDecoded, 0),
		soundEnergy: inbound.reduce((all, { totalAudioEnergy = 0 }) => all + totalAudioEnergy, 0)
	};
}

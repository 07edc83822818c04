// What a page sees and hears, with the moment at which it does, by the machine's own clock. All of it runs inside the page.

declare global {
	interface Window {
		/** When each picture that the page hung up first showed something. */
		pictures: number[];
		soundPeers: Set<RTCPeerConnection>;
	}
}

/** An init script: remembers when pictures come, and every connection that is opened. */
export function watchCall(): void {
	const Native = window.RTCPeerConnection;
	[window.pictures, window.soundPeers] = [[], new Set()];
	window.RTCPeerConnection = class extends Native {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			window.soundPeers.add(this);
		}
	};
	const watched = new WeakSet<HTMLVideoElement>();
	const look = () => {
		for (const video of document.querySelectorAll('video')) {
			if (watched.has(video)) continue;
			watched.add(video);
			video.requestVideoFrameCallback(() => window.pictures.push(Date.now()));
		}
	};
	new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** When the first picture after that many came. */
export async function whenPicture(known: number): Promise<number> {
	const [everyMs, patienceMs] = [5, 60_000];
	for (const until = Date.now() + patienceMs; Date.now() < until;) {
		const at = window.pictures[known];
		if (at !== undefined) return at;
		await new Promise((resolve) => setTimeout(resolve, everyMs));
	}
	throw new Error('no picture came');
}

/** When sound was heard from now on; for `false`, when there had been none for half a second. */
export async function whenSound(wanted: boolean): Promise<number> {
	const [everyMs, quietMs, patienceMs] = [15, 500, 60_000];
	let before: Map<string, number> | null = null;
	let quietSince = Date.now();
	for (const until = quietSince + patienceMs; Date.now() < until;) {
		const now = new Map<string, number>();
		for (const [at, peer] of [...window.soundPeers].entries()) {
			if (peer.connectionState === 'closed') continue;
			for (const stat of (await peer.getStats()).values())
				if (stat.type === 'inbound-rtp' && stat.kind === 'audio')
					now.set(`${at} ${stat.id}`, stat.totalAudioEnergy ?? 0);
		}
		const known = before;
		const louder = known && [...now].some(([id, energy]) => energy > (known.get(id) ?? 0));
		if (louder && wanted) return Date.now();
		if (louder) quietSince = Date.now();
		if (!wanted && Date.now() - quietSince > quietMs) return Date.now();
		before = now;
		await new Promise((resolve) => setTimeout(resolve, everyMs));
	}
	throw new Error(wanted ? 'no sound was heard' : 'the sound did not end');
}

// The cameras, microphones and loudspeakers of this machine, as they are plugged in and taken away.

export type MachineDevice = { readonly id: string; readonly name: string };
type Kind = 'camera' | 'microphone' | 'speaker';
const kinds: Readonly<Record<Kind, MediaDeviceKind>> = {
	camera: 'videoinput',
	microphone: 'audioinput',
	speaker: 'audiooutput'
};

export class MachineDevices {
	#all = $state.raw<readonly MediaDeviceInfo[]>([]);

	get cameras() {
		return this.#of('camera');
	}
	get microphones() {
		return this.#of('microphone');
	}
	get speakers() {
		return this.#of('speaker');
	}

	/** Looks, and goes on looking until the answer is called. */
	watch(): () => void {
		const look = () => void this.look();
		navigator.mediaDevices.addEventListener('devicechange', look);
		look();
		return () => navigator.mediaDevices.removeEventListener('devicechange', look);
	}
	/** Once more: names are only known after a camera or microphone was allowed. */
	async look(): Promise<void> {
		this.#all = await navigator.mediaDevices.enumerateDevices();
	}

	#of(kind: Kind): readonly MachineDevice[] {
		return this.#all
			.filter((device) => device.kind === kinds[kind] && device.deviceId)
			.map(({ deviceId, label }) => ({ id: deviceId, name: label }));
	}
}
